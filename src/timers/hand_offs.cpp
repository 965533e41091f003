#include "timers/hand_offs.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "desk/rota/tell_hand_off.h"
#include "timers/each_ticket.h"

namespace punctual::timers {
namespace {

constexpr std::chrono::minutes between_looks{1};
/// A leave of which a ticket could not be given away is looked at again after this.
constexpr std::chrono::hours postponed_for{1};

using Log = std::function<void(std::string_view)>;

void write(store::Writer& writer, const std::function<void(store::Session&)>& work) {
  const auto written = writer.write([&](store::Session& session) {
    work(session);
    return store::Keep::commit;
  });
  if (written != store::Written::committed) throw std::runtime_error("nothing can be written");
}

/// What is read belongs together; it is let go before anything is written.
template <class Read>
auto in_a_snapshot(const desk::Desk& desk, Read read) {
  auto& reader = desk.reader();
  const store::Snapshot snapshot(reader);
  return read(reader);
}

/// Ticket by ticket, then as a whole: killed in between, it goes on with what is still theirs.
void settle(const desk::Desk& desk, store::Writer& writer, const store::HandOffRow& row,
            const desk::Catalogue& catalogue, Instant now, const Log& log) {
  const auto left = in_a_snapshot(
      desk, [&](store::Session& reader) { return desk::unclaimed(catalogue, reader, row, now); });
  std::vector<TicketId> tickets;
  for (const auto& due : left) tickets.push_back(due.ticket);
  const auto threw = each_ticket(writer, tickets, [&](store::Session& session, TicketId id) {
    desk::give_away(desk, session, row, *std::ranges::find(left, id, &people::DueWhileAway::ticket), now);
  });
  for (const auto id : threw) log(desk::ref_of(id) + " could not be handed over; again in an hour");
  write(writer, [&](store::Session& session) {
    if (threw.empty())
      desk::settle(desk, session, row, now);
    else
      store::postpone_hand_off(session, row.id, now + postponed_for);
  });
}

}  // namespace

Instant HandOffs::look(const desk::Desk& desk, store::Writer& writer, Instant now, const Log& log) {
  const auto catalogue = desk.catalogue();
  const bool the_same = catalogue == seen_ && looked_ <= now;  // nor was the clock set back
  if (the_same && now < next_) return next_;
  auto& reader = desk.reader();
  for (const auto& row : store::hand_offs_to_settle(reader, now))
    settle(desk, writer, row, *catalogue, now, log);
  const auto untold = in_a_snapshot(
      desk, [&](store::Session& session) { return desk::untold_hand_offs(*catalogue, session, now); });
  for (const auto& hand_off : untold.hand_offs)
    write(writer, [&](store::Session& session) { desk::tell_hand_off(desk, session, hand_off, now); });
  next_ = now + between_looks;
  if (untold.next) next_ = std::min(next_, *untold.next);
  if (const auto settles = store::next_settlement_at(reader)) next_ = std::min(next_, *settles);
  looked_ = now;
  seen_ = catalogue;
  return next_;
}

}  // namespace punctual::timers
