#include "timers/rejudge.h"

#include "desk/commands/change.h"
#include "store/tickets.h"
#include "timers/each_ticket.h"

namespace punctual::timers {
namespace {

constexpr int tickets_at_once = 200;

}  // namespace

int rejudge_running(const desk::Desk& desk, store::Writer& writer, Instant now, std::set<TicketId>& unread,
                    const std::function<void(std::string_view)>& log) {
  int done = 0;
  const auto catalogue = desk.catalogue();
  for (const auto& policy : catalogue->policies().rows()) {
    if (!catalogue->policies().superseded(policy.id)) continue;
    TicketId after;
    while (true) {
      auto ids = store::active_judged_by(desk.reader(), policy.id, after, tickets_at_once);
      if (ids.empty()) break;
      after = ids.back();
      std::erase_if(ids, [&](TicketId id) { return unread.contains(id); });
      const auto threw = each_ticket(
          writer, ids, [&](store::Session& session, TicketId id) { desk::rejudge(desk, session, id, now); });
      for (const auto id : threw) {
        log("timers: " + desk::ref_of(id) + " could not be rejudged; again in an hour");
        unread.insert(id);
      }
      done += static_cast<int>(ids.size() - threw.size());
    }
  }
  return done;
}

}  // namespace punctual::timers
