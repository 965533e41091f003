#include "desk/rota/due_in.h"

#include <algorithm>

namespace punctual::desk {

std::vector<store::DueRow> DueTickets::in(PodId pod, const Interval& gap, std::size_t at_most) const {
  std::vector<store::DueRow> found;
  for (auto due = std::ranges::upper_bound(dues_, gap.opens, {}, &store::DueRow::due);
       due != dues_.end() && due->due <= gap.closes && found.size() < at_most; ++due)
    if (!pod || due->pod == pod) found.push_back(*due);
  return found;
}

}  // namespace punctual::desk
