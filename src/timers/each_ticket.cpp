#include "timers/each_ticket.h"

#include <algorithm>
#include <latch>
#include <stdexcept>

namespace punctual::timers {
namespace {

enum class Outcome { unwritten, threw, done };

}  // namespace

std::vector<TicketId> each_ticket(store::Writer& writer, std::span<const TicketId> tickets,
                                  const std::function<void(store::Session&, TicketId)>& work) {
  std::latch answered(std::ssize(tickets));
  std::vector<Outcome> outcomes(tickets.size(), Outcome::unwritten);
  for (std::size_t i = 0; i < tickets.size(); ++i) {
    const bool taken = writer.submit(
        [&, i](store::Session& session) {
          outcomes[i] = Outcome::threw;
          work(session, tickets[i]);
          outcomes[i] = Outcome::unwritten;
          return store::Keep::commit;
        },
        [&, i](store::Written written) {
          if (written == store::Written::committed) outcomes[i] = Outcome::done;
          answered.count_down();
        });
    if (!taken) answered.count_down();
  }
  answered.wait();
  // Somebody's lock, a full queue or a full disk: all of it stays to be done.
  if (std::ranges::find(outcomes, Outcome::unwritten) != outcomes.end())
    throw std::runtime_error("nothing could be written");
  std::vector<TicketId> threw;
  for (std::size_t i = 0; i < tickets.size(); ++i)
    if (outcomes[i] == Outcome::threw) threw.push_back(tickets[i]);
  return threw;
}

}  // namespace punctual::timers
