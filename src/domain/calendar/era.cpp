#include "domain/calendar/era.h"

#include <algorithm>
#include <cassert>

#include "domain/calendar/merge.h"

namespace punctual {
namespace {

constexpr std::uint32_t day = 86'400;
// How many intervals are looked at one by one before halving: most targets end within a few days.
constexpr std::size_t few = 8;

}  // namespace

std::int64_t Era::number(Instant t) {
  const auto seconds = t.time_since_epoch().count();
  return seconds >= 0 ? seconds / length : -((-seconds + length - 1) / length);
}

Instant Era::begin(std::int64_t number) {
  return Instant{Seconds{number * length}};
}

Era::Era(std::int64_t number, std::vector<Interval> open, const BusinessDays::Marks& business_days)
    : business_days_(business_days) {
  const auto from = begin(number);
  const auto to = begin(number + 1);
  std::uint32_t counted = 0;
  open = merged(std::move(open));
  for (auto* array : {&opens_, &closes_, &counted_}) array->reserve(open.size());
  for (const auto& [opens, closes] : open) {
    const auto first = std::max(opens, from);
    const auto last = std::min(closes, to);
    if (first >= last) continue;
    opens_.push_back(static_cast<std::uint32_t>((first - from).count()));
    closes_.push_back(static_cast<std::uint32_t>((last - from).count()));
    counted += closes_.back() - opens_.back();
    counted_.push_back(counted);
  }
  day_starts_.reserve(BusinessDays::dates);
  std::uint32_t i = 0;
  for (std::uint32_t start = 0; start < length; start += day) {
    while (i < closes_.size() && closes_[i] <= start) ++i;
    day_starts_.push_back(i);
  }
}

std::size_t Era::first_open(std::uint32_t offset) const {
  assert(offset < length);
  std::size_t i = day_starts_[offset / day];
  while (i < closes_.size() && closes_[i] <= offset) ++i;
  return i;
}

std::uint32_t Era::counted_before(std::uint32_t offset, std::size_t first_open) const {
  if (first_open == closes_.size()) return total();
  const auto length_of_it = closes_[first_open] - opens_[first_open];
  const auto passed = offset > opens_[first_open] ? offset - opens_[first_open] : 0;
  return counted_[first_open] - length_of_it + passed;
}

std::uint32_t Era::reaches(std::uint32_t counted, std::size_t from) const {
  assert(0 < counted && counted <= total());
  auto i = from;
  const auto stop = std::min(from + few, counted_.size());
  while (i < stop && counted_[i] < counted) ++i;
  if (i == stop)
    i = static_cast<std::size_t>(
        std::lower_bound(counted_.begin() + static_cast<std::ptrdiff_t>(i), counted_.end(), counted) -
        counted_.begin());
  return closes_[i] - (counted_[i] - counted);
}

std::size_t Era::bytes() const {
  return sizeof(Era) + sizeof(std::uint32_t) * (opens_.capacity() * 3 + day_starts_.capacity());
}

}  // namespace punctual
