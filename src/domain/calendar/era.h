#pragma once

#include <cstdint>
#include <vector>

#include "domain/calendar/business_days.h"
#include "domain/time/instant.h"

namespace punctual {

/// Four years of an open set as flat arrays, with running totals: the piece a Calendar is compiled by. Beside
/// it the business days among its dates. Seconds are counted from the era's own begin, so that they fit 32
/// bits and many fit a cache line.
class Era {
 public:
  static constexpr std::int64_t length = std::int64_t{BusinessDays::dates} * 86'400;
  /// Which era an instant lies in, and where an era begins. Era 0 begins in 1970.
  static std::int64_t number(Instant t);
  static Instant begin(std::int64_t number);

  /// `open` in any order, may overlap and reach beyond the era: what does is cut off.
  Era(std::int64_t number, std::vector<Interval> open, const BusinessDays::Marks& business_days);

  std::size_t size() const { return closes_.size(); }
  /// The first interval that is open at `offset` or later; size() where none is.
  std::size_t first_open(std::uint32_t offset) const;
  std::uint32_t opens(std::size_t i) const { return opens_[i]; }
  std::uint32_t closes(std::size_t i) const { return closes_[i]; }
  std::uint32_t total() const { return counted_.empty() ? 0 : counted_.back(); }
  /// Open seconds of the era before `offset`.
  std::uint32_t counted_before(std::uint32_t offset) const {
    return counted_before(offset, first_open(offset));
  }
  std::uint32_t counted_before(std::uint32_t offset, std::size_t first_open) const;
  /// The smallest offset by which `counted` open seconds have passed, 0 < counted <= total(); `from` is an
  /// interval known not to lie behind it.
  std::uint32_t reaches(std::uint32_t counted, std::size_t from) const;
  const BusinessDays& business_days() const { return business_days_; }
  std::size_t bytes() const;

 private:
  // Ascending and apart; counted_[i] are the open seconds up to closes_[i].
  std::vector<std::uint32_t> opens_;
  std::vector<std::uint32_t> closes_;
  std::vector<std::uint32_t> counted_;
  // For each day of the era the first interval that closes after the day has begun: a search starts there.
  std::vector<std::uint32_t> day_starts_;
  BusinessDays business_days_;
};

}  // namespace punctual
