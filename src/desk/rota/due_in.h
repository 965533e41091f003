#pragma once

#include <vector>

#include "desk/catalogue.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

/// Active tickets by when something of theirs is due next, read once for any number of gaps within `over`.
/// Whose it is says `pod_of(client, pod)`, of the pod it was given to (0: none); where it has a client.
class DueTickets {
 public:
  template <class PodOf>
  DueTickets(store::Session& session, const Interval& over, PodOf pod_of)
      : dues_(store::read_dues(session, over.opens, over.closes)) {
    for (auto& due : dues_)
      if (due.client) due.pod = pod_of(due.client, due.pod);
  }

  /// A pod's (id 0: the desk's) that fall due in a gap of it, the first due first. An answer at the due
  /// instant is in time (SEMANTICS 18): what is due as the gap ends was to be answered within it, what is due
  /// as it begins before it.
  std::vector<store::DueRow> in(PodId pod, const Interval& gap, std::size_t at_most) const;

 private:
  std::vector<store::DueRow> dues_;
};

}  // namespace punctual::desk
