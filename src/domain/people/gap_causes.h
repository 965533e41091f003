#pragma once

#include "domain/people/coverage.h"

namespace punctual::people {

/// Why nobody, or too few, are there.
struct Cause {
  enum class Kind {
    nobody,    ///< no members at all
    week,      ///< too few members' weeks have this time
    holiday,   ///< `name`: a week has it, but the desk's people are off that day
    time_off,  ///< the last three by person: their week has it
    absence,
    swap,
  };
  Kind kind{};
  PersonId person;
  std::string name;
  auto operator<=>(const Cause&) const = default;
};

/// Finds what the gaps of one set of members come from.
class GapCauses {
 public:
  /// The members stay where they are as long as this is asked.
  GapCauses(std::span<const Worker* const> members, int needed);
  /// Each once, in the order of `Cause::Kind`.
  std::vector<Cause> of(const Gap& gap) const;

 private:
  static bool takes_away(const Calendar& planned, const RotaChange& change, Date d, const Interval& gap);

  int needed_;
  std::vector<const Worker*> members_;
  std::vector<Calendar> weeks_;    ///< without holidays and changes
  std::vector<Calendar> planned_;  ///< without changes
};

}  // namespace punctual::people
