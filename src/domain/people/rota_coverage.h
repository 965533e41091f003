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
  RotaCoverage(const Rota& rota, Interval over) : rota_(rota), over_(over), week_of_(rota.workers.size()) {}

  /// As `pieces_of`.
  std::vector<Gap> pieces(const Rota::Pod& pod);
  /// As `gaps_of`; the pieces lie within the time.
  std::vector<CoverageGap> gaps(const Rota::Pod& pod, std::span<const Gap> pieces);

 private:
  struct Promise {
    Calendar calendar;
    std::vector<Interval> open;
  };
  std::vector<Member> members_of(const Rota::Pod& pod);
  SharedWeek* week_of(const Worker& worker);
  const Promise& promise_of(const Calendar& calendar);
  const std::vector<Interval>& promised_by(const Rota::Pod& pod);

  const Rota& rota_;
  Interval over_;
  std::deque<SharedWeek> weeks_;
  std::vector<SharedWeek*> week_of_;  // by the worker's place in the rota, once found
  std::deque<Promise> promises_;
  std::map<std::set<const Promise*>, std::vector<Interval>> promised_;  // together
};

}  // namespace punctual::people
