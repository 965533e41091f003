#pragma once

#include <deque>
#include <map>
#include <set>

#include "domain/people/gap_causes.h"
#include "domain/people/rota.h"

namespace punctual::people {

/// Counts the coverage of a rota's pods over one time. Quick for many of them: weeks that several people have
/// and calendars that several clients were promised are read once. The rota stays where it is, unchanged.
class RotaCoverage {
 public:
  RotaCoverage(const Rota& rota, Interval over);

  /// What the pod's clients were promised together; the desk's hours where it has none. For the whole desk
  /// both.
  const std::vector<Interval>& promised_by(const Rota::Pod& pod);
  /// As `pieces_of`.
  std::vector<Gap> pieces(const Rota::Pod& pod);
  /// As `gaps_of`; the pieces lie within the time.
  std::vector<CoverageGap> gaps(const Rota::Pod& pod, std::span<const Gap> pieces);

 private:
  struct Promise {
    Calendar calendar;
    std::vector<Interval> open;
  };
  /// What is known of a worker, once it was asked for.
  struct Known {
    SharedWeek* week = nullptr;
    std::optional<std::vector<Step>> differences{};
  };
  const Worker* worker(PersonId id) const;
  Known& known(const Worker& worker);
  std::vector<Member> members_of(const Rota::Pod& pod);
  SharedWeek* week_of(const Worker& worker);
  const Promise& promise_of(const Calendar& calendar);

  const Rota& rota_;
  Interval over_;
  std::deque<SharedWeek> weeks_;
  std::vector<std::pair<PersonId, const Worker*>> workers_;  // by id
  std::vector<Known> known_;                                 // by the worker's place in the rota
  std::deque<Promise> promises_;
  std::map<std::set<const Promise*>, std::vector<Interval>> promised_;  // together
};

}  // namespace punctual::people
