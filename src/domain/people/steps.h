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

/// Who comes and goes, gathered from stretches that ascend: sorted by merging.
class Steps {
 public:
  /// `n` people are there in each of these, which ascend and lie apart.
  void add(std::span<const Interval> stretches, int n);
  /// In any order.
  void add_unsorted(std::vector<Step> steps);
  /// Ascending; those of one instant belong together.
  std::vector<Step> take() &&;

 private:
  std::vector<Step> steps_;
  std::vector<std::size_t> ends_;  // of each ascending run
};

/// Where fewer than `needed` are there within `promised`, which ascends and lies apart: as pieces_of_gaps.
std::vector<Gap> lacking(std::span<const Interval> promised, std::span<const Step> steps, int needed);

}  // namespace punctual::people
