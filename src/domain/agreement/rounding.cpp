#include "domain/agreement/rounding.h"

#include <algorithm>

namespace punctual::agreement {
namespace {

/// Of numbers that are not below zero; wide, since minutes times rates may be more than 64 bits hold.
std::int64_t half_up(__int128 value, __int128 by) {
  return static_cast<std::int64_t>((2 * value + by) / (2 * by));
}

}  // namespace

Minutes whole_minutes(std::chrono::seconds length) {
  return half_up(length.count(), 60);
}

Minutes rounded_entry(Minutes worked, const EntryRounding& rounding) {
  const Minutes least = std::max(worked, rounding.minimum);
  return worked == 0 ? 0 : (least + rounding.increment - 1) / rounding.increment * rounding.increment;
}

Minutes weighted(Minutes total, int percent) {
  return half_up(static_cast<__int128>(total) * percent, 100);
}

std::int64_t price(Minutes total, std::int64_t rate) {
  return half_up(static_cast<__int128>(total) * rate, 60);
}

Minutes minutes_for(std::int64_t amount, std::int64_t rate) {
  return static_cast<Minutes>((static_cast<__int128>(amount) * 60 + 29) / rate);
}

std::int64_t prorated(std::int64_t whole, std::chrono::days part, std::chrono::days period) {
  return half_up(static_cast<__int128>(whole) * part.count(), period.count());
}

int percent_of(Minutes part, Minutes whole) {
  return static_cast<int>(part * 100 / whole);
}

}  // namespace punctual::agreement
