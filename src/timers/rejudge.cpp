#include "timers/rejudge.h"

#include "desk/commands/change.h"
#include "store/tickets.h"
#include "timers/each_ticket.h"

namespace punctual::timers {
namespace {

constexpr std::size_t tickets_at_once = 50;

}  // namespace

bool rejudge_some(const desk::Desk& desk, store::Writer& writer, Instant now, std::set<TicketId>& unread,
                  const std::function<void(std::string_view)>& log) {
  auto ids = store::active_superseded(desk.reader(), tickets_at_once + unread.size());
  std::erase_if(ids, [&](TicketId id) { return unread.contains(id); });
  if (ids.size() > tickets_at_once) ids.resize(tickets_at_once);
  if (ids.empty()) return false;
  const auto threw = each_ticket(
      writer, ids, [&](store::Session& session, TicketId id) { desk::rejudge(desk, session, id, now); });
  for (const auto id : threw) {
    log(desk::ref_of(id) + " could not be rejudged; again in an hour");
    unread.insert(id);
  }
  return true;
}

}  // namespace punctual::timers
