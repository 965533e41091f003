#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>

#include "domain/time/instant.h"

namespace punctual {

/// Which of the 1,461 dates of an era are business days, with running counts: the n-th one after a date is
/// found by a search, however many lie between. A date belongs to the era that its midnight in UTC would lie
/// in.
class BusinessDays {
 public:
  static constexpr std::size_t dates = 1461;
  using Marks = std::bitset<dates>;

  static std::int64_t era(Date d);
  static Date first(std::int64_t era) { return Date{std::chrono::days{era * std::int64_t{dates}}}; }

  explicit BusinessDays(const Marks& marks);

  std::size_t total() const { return counted_[dates]; }
  /// How many lie before the era's date `i`, 0 <= i <= dates.
  std::size_t before(std::size_t i) const { return counted_[i]; }
  /// The era's n-th business day, 0 < n <= total(), where before(from) < n.
  std::size_t nth(std::size_t n, std::size_t from) const;

 private:
  std::array<std::uint16_t, dates + 1> counted_{};  // business days before date i
};

}  // namespace punctual
