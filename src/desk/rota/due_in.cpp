#include "desk/rota/due_in.h"

#include "store/ticket_queue.h"

namespace punctual::desk {

namespace {

constexpr int most_looked_at = 1000;

}  // namespace

std::vector<store::TicketRow> due_in(store::Session& session, PodId pod, const Interval& gap,
                                     const std::function<PodId(ClientId)>& pod_of, std::size_t at_most) {
  std::vector<store::TicketRow> tickets;
  for (auto& ticket : store::due_between(session, gap.opens, gap.closes + Seconds{1}, most_looked_at)) {
    const bool its = ticket.pod ? ticket.pod == pod : ticket.client && pod_of(*ticket.client) == pod;
    if (!pod || its) tickets.push_back(std::move(ticket));
    if (tickets.size() == at_most) break;
  }
  return tickets;
}

}  // namespace punctual::desk
