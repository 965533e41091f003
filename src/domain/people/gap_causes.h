#pragma once

#include "domain/people/coverage.h"
#include "domain/people/shared_week.h"

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

/// Finds what the gaps of one set of members come from; they are some, ascend and lie apart.
class GapCauses {
 public:
  GapCauses(std::span<const Member> members, int needed, std::span<const Gap> gaps);
  /// Each once, in the order of `Cause::Kind`.
  std::vector<Cause> of(const Gap& gap) const;
  /// The pieces of the gaps joined, but what no plan had apart from what was lost of one; ascending.
  std::vector<Gap> cut_by_plan(std::span<const Gap> pieces) const;

 private:
  /// What would have been worked, but for the cause.
  struct Taken {
    Interval time;
    std::size_t cause;
  };
  void add_unplanned(std::span<const Member> members, int needed);
  void add_holidays(const SharedWeek& week);
  void add_changes(const Member& member);
  void add(const Interval& time, std::size_t cause);

  std::vector<Interval> gaps_;
  Interval over_;  // all of them
  bool nobody_;
  std::vector<Interval> unplanned_;  // too few weeks have it: ascending, apart or touching
  std::vector<Cause> causes_;
  std::vector<Taken> taken_;  // by when it begins
  Seconds longest_{0};        // of those
};

}  // namespace punctual::people
