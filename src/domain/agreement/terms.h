#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/agreement/currency.h"
#include "domain/time/instant.h"

namespace punctual::agreement {

using Minutes = std::int64_t;

/// "20h", "90m" is "1h30m", "0m".
std::string format_minutes(Minutes minutes);
/// The same read, hours or minutes alone or both; nothing where it is none or more than 100,000 hours.
std::optional<Minutes> minutes_from(std::string_view text);

/// How long an allowance lasts. Quarters and years begin in the month in which the agreement did.
enum class Period { month, quarter, year, block };
inline constexpr std::array<std::string_view, 4> period_names{"month", "quarter", "year", "block"};
constexpr std::string_view name_of(Period period) {
  return period_names[static_cast<std::size_t>(period)];
}

/// Work that is paid already.
struct Allowance {
  Minutes minutes =
      0;  ///< granted as each period begins (charged_periods.h); of a block once, with the version
  Period period = Period::month;
  /// In how many periods after its own what is left of it may still be used; none: until the agreement ends.
  /// Nothing to a block, which has no period after its own.
  std::optional<int> rollover = 0;
  bool operator==(const Allowance&) const = default;
};

/// A kind of work: design, development, an emergency.
struct Kind {
  std::string name;       ///< empty: any that is not named
  std::int64_t rate = 0;  ///< of an hour beyond the allowance, in minor units
  bool covered = true;    ///< by the allowance
  bool operator==(const Kind&) const = default;
};

/// How one entry is rounded before anything is counted (rounding.h).
struct EntryRounding {
  Minutes minimum = 0;
  Minutes increment = 1;  ///< at least one
  bool operator==(const EntryRounding&) const = default;
};

enum class Promise { first_reply, next_reply, resolution };
inline constexpr std::array<std::string_view, 3> promise_names{"first_reply", "next_reply", "resolution"};

/// What a missed guarantee gives back.
struct Credit {
  Minutes minutes = 0;                       ///< for each, granted with the month after
  std::optional<Minutes> most{};             ///< in a month; none: no cap
  std::array<bool, 3> of{true, true, true};  ///< by Promise
  bool operator==(const Credit&) const = default;
};

/// The terms of one agreement from a date on.
struct Terms {
  Date from;
  Currency currency;
  std::optional<Allowance> allowance;  ///< none: each minute is beyond it
  std::vector<Kind> kinds;             ///< the one without a name, of all others, last; at least that
  std::array<bool, 4> covered{true, true, true, true};  ///< by the allowance: tier 1 first
  EntryRounding rounding;
  int outside_percent = 100;           ///< an hour outside business hours counts for so much of one
  std::optional<Minutes> overage = 0;  ///< beyond the allowance in a month without asking; none: no limit
  std::int64_t fee = 0;                ///< for each period, in minor units
  Credit credit;
  bool operator==(const Terms&) const = default;

  const Kind& kind(const std::string& name) const;
};

/// Minutes that are bought, or given back, beside the allowance.
struct TopUp {
  Date on;
  Minutes minutes = 0;
  std::optional<Date>
      until{};              ///< the first date on which they are no longer of use; none: the agreement's end
  bool given_back = false;  ///< by a correction, not bought
  bool operator==(const TopUp&) const = default;
};

/// A client's terms in versions, and when the last of them ends.
struct Agreement {
  std::vector<Terms> versions;  ///< by date, one at least
  std::optional<Date> end{};    ///< the first date it no longer holds
  std::vector<TopUp> bought{};

  /// Nothing before it began and once it has ended.
  const Terms* at(Date date) const;
  /// Where the version that begins at this place ends: where the next begins, or all do.
  std::optional<Date> end_of(std::size_t version) const;
};

}  // namespace punctual::agreement
