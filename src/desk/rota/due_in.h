#pragma once

#include <functional>
#include <vector>

#include "domain/time/instant.h"
#include "store/tickets.h"

namespace punctual::desk {

/// Tickets of a pod (id 0: of the desk) that fall due in a gap of it, the first due first. What is due as the
/// gap ends was to be answered within it. A ticket that was given to no pod is its client's pod's.
std::vector<store::TicketRow> due_in(store::Session& session, PodId pod, const Interval& gap,
                                     const std::function<PodId(ClientId)>& pod_of, std::size_t at_most);

}  // namespace punctual::desk
