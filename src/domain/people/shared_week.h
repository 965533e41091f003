#pragma once

#include <span>
#include <vector>

#include "domain/people/coverage.h"
#include "domain/people/steps.h"

namespace punctual::people {

/// Those of the stretches, cut, that lie within; they ascend and lie apart.
std::vector<Interval> within(std::span<const Interval> stretches, Interval window);
bool meets(std::span<const Interval> stretches, Interval window);
/// What both have; each ascends and lies apart.
std::vector<Interval> both(std::span<const Interval> a, std::span<const Interval> b);

/// A week over a time, read once for all who have it.
class SharedWeek {
 public:
  SharedWeek(const Worker& worker, Interval over);

  bool of(const Worker& worker) const { return week_ == worker.week || *week_ == *worker.week; }
  const BusinessHours& week() const { return *week_; }
  const TimeZone& zone() const { return zone_; }
  /// Ascending and apart, as the next.
  const std::vector<Interval>& planned() const { return planned_; }
  /// As if there were no holidays.
  const std::vector<Interval>& without_holidays();
  /// Where the worker's hours differ from it: ascending.
  std::vector<Step> differences(const Worker& worker) const;

 private:
  std::shared_ptr<const BusinessHours> week_;
  TimeZone zone_;
  Interval over_;
  std::vector<Interval> planned_;
  std::optional<std::vector<Interval>> without_holidays_;
};

/// One of a pod, with the week they share.
struct Member {
  const Worker* worker;
  SharedWeek* week;
};

/// Each week once, with how many have it.
std::vector<std::pair<SharedWeek*, int>> weeks_of(std::span<const Member> members);

}  // namespace punctual::people
