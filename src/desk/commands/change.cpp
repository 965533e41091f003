#include "desk/commands/change.h"

#include <algorithm>

#include "desk/reactions/react.h"
#include "store/answers.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

struct Loaded {
  store::TicketHead head;
  TicketState ticket;
};

std::optional<Loaded> load(store::Session& session, TicketId id) {
  const auto head = store::find_head(session, id);
  if (!head) return std::nullopt;
  return Loaded{*head, fold(store::read_journal(session, id))};
}

/// Appends the events and makes everything that follows from them agree.
std::int64_t record(const Desk& desk, const Catalogue& catalogue, store::Session& session, TicketId id,
                    Loaded loaded, std::vector<TicketEvent> happened, const Actor& by, Instant now) {
  const bool unanswered = !loaded.ticket.first_replied_at;
  std::vector<Recorded> events;
  store::Sha256 head = loaded.head.chain;
  TicketState ticket = std::move(loaded.ticket);
  for (TicketEvent& event : happened) {
    events.push_back({ticket.version + 1, now, by, std::move(event)});
    head = store::append(session, id, events.back(), head);
    ticket = evolve(std::move(ticket), events.back());
  }
  const PromiseTerms& promises = catalogue.promises(ticket.request.policy);
  const Standing standing = standing_of(ticket, promises, now);
  if (!store::update_ticket(session, id, loaded.head.version, ticket, standing, head,
                            store::type_of(events.back().event)))
    throw std::logic_error("the ticket's row moved on inside its own transaction");
  store::write_clocks(session, id, standing.clocks);
  store::write_timer(session, id, next_stage_at(ticket, promises, standing));
  const bool answers_first = unanswered && ticket.first_replied_at.has_value();
  if (answers_first)
    store::insert_first_reply(session, id, *ticket.first_replied_at,
                              catalogue.hours().elapsed(ticket.submitted_at, *ticket.first_replied_at));
  if (ticket.status == Status::spam) store::delete_first_reply(session, id);
  react(desk, catalogue, session, {id, ticket, standing, events, answers_first});
  return ticket.version;
}

}  // namespace

std::expected<Changed, NotChanged> change(const Desk& desk, store::Session& session, TicketId id,
                                          std::optional<std::int64_t> expected_version,
                                          const TicketCommand& asked, Actor by, Instant now,
                                          const std::vector<store::KeptFile>& files) {
  auto loaded = load(session, id);
  if (!loaded) return std::unexpected(NotChanged{NotChanged::Why::unknown_ticket});
  if (expected_version && *expected_version != loaded->head.version)
    return std::unexpected(NotChanged{NotChanged::Why::stale, {}, loaded->head.version});
  // Who holds the private link stands for who submitted.
  if (by.kind == Actor::Kind::contact) by = Actor::contact(loaded->ticket.request.contact);
  // A clock that was set back must not make a journal run backwards.
  now = std::max(now, loaded->ticket.last_at);
  const auto catalogue = desk.catalogue();
  auto decision = decide(loaded->ticket, asked, catalogue->terms(), now);
  if (!decision) return std::unexpected(NotChanged{NotChanged::Why::refused, decision.error()});
  if (!files.empty())
    if (auto* reply = std::get_if<event::ClientReplied>(&decision->events.front()))
      reply->attachments = store::insert_attachments(session, id, loaded->head.version + 1, files, now);
  const auto version =
      record(desk, *catalogue, session, id, std::move(*loaded), std::move(decision->events), by, now);
  return Changed{version, std::move(decision->warnings)};
}

void fire(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  auto loaded = load(session, id);
  if (!loaded) return;
  now = std::max(now, loaded->ticket.last_at);
  const auto catalogue = desk.catalogue();
  const PromiseTerms& promises = catalogue->promises(loaded->ticket.request.policy);
  const Standing standing = standing_of(loaded->ticket, promises, now);
  const auto stage = stage_to_fire(loaded->ticket, promises, standing, now);
  if (!stage) return store::write_timer(session, id, next_stage_at(loaded->ticket, promises, standing));
  auto decision = decide(loaded->ticket, command::Fire{stage}, catalogue->terms(), now);
  record(desk, *catalogue, session, id, std::move(*loaded), std::move(decision->events), Actor::desk(), now);
}

}  // namespace punctual::desk
