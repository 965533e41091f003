#pragma once

#include <span>
#include <vector>

#include "domain/people/coverage.h"

namespace punctual::people {

/// So many come (or go, where it is negative).
struct Step {
  Instant at;
  int change = 0;
};

/// Who comes and goes, gathered from runs that ascend: sorted by merging. To be used again and again, without
/// asking for memory each time.
class Steps {
 public:
  void clear();
  /// `n` people are there in each of these, which ascend and lie apart.
  void add(std::span<const Interval> stretches, int n);
  /// They ascend.
  void add(std::span<const Step> steps);
  /// Ascending; those of one instant belong together. Holds until the next change.
  std::span<const Step> sorted();

 private:
  std::vector<Step> steps_;
  std::vector<Step> merged_;
  std::vector<std::size_t> ends_;  // of each ascending run
};

/// Where nobody is there within `over`, in which all steps lie: ascending and apart.
std::vector<Interval> nobody_there(std::span<const Step> steps, Interval over);

/// Where fewer than `needed` are there within `promised`, which ascends and lies apart: ascending, apart or
/// touching, a piece for each number of people.
std::vector<Gap> lacking(std::span<const Interval> promised, std::span<const Step> steps, int needed);

}  // namespace punctual::people
