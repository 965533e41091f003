#include "domain/calendar/target.h"

#include <array>
#include <cassert>
#include <charconv>
#include <limits>
#include <utility>

namespace punctual {
namespace {

struct Suffix {
  std::string_view text;
  Target::Unit unit;
  std::int64_t seconds;  // 0: not a length of time
};
constexpr std::array<Suffix, 4> suffixes{{{"s", Target::Unit::seconds, 1},
                                          {"m", Target::Unit::minutes, 60},
                                          {"h", Target::Unit::hours, 3600},
                                          {"bd", Target::Unit::business_days, 0}}};

const Suffix& suffix_of(Target::Unit unit) {
  return suffixes[static_cast<std::size_t>(std::to_underlying(unit))];
}

}  // namespace

Seconds Target::seconds() const {
  assert(!in_business_days());
  return Seconds{amount * suffix_of(unit).seconds};
}

std::optional<Target> parse_target(std::string_view text) {
  // from_chars would take a minus sign.
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  std::int64_t amount = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
  if (error != std::errc{}) return std::nullopt;
  const auto unit = text.substr(static_cast<std::size_t>(end - text.data()));
  for (const auto& suffix : suffixes) {
    if (unit != suffix.text) continue;
    if (suffix.seconds > 0 && amount > std::numeric_limits<std::int64_t>::max() / suffix.seconds)
      return std::nullopt;
    return Target{amount, suffix.unit};
  }
  return std::nullopt;
}

std::string format_target(Target target) {
  return std::to_string(target.amount).append(suffix_of(target.unit).text);
}

}  // namespace punctual
