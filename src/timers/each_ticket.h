#pragma once

#include <functional>
#include <span>
#include <vector>

#include "domain/id.h"
#include "store/writer.h"

namespace punctual::timers {

/// Does the work for each ticket in a savepoint of its own, and waits for all: one that cannot be read must
/// not hold up the others. Those whose work threw. Throws where nothing can be written: that is no ticket's
/// fault.
std::vector<TicketId> each_ticket(store::Writer& writer, std::span<const TicketId> tickets,
                                  const std::function<void(store::Session&, TicketId)>& work);

}  // namespace punctual::timers
