#include "desk/commands/turn.h"

#include <algorithm>

#include "desk/reactions/react.h"
#include "store/answers.h"
#include "store/estimates.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "store/outbox.h"

namespace punctual::desk {

std::optional<Turn> Turn::begin(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  const auto head = store::find_head(session, id);
  if (!head) return std::nullopt;
  return Turn(desk, session, id, *head, store::read_journal(session, id), now);
}

std::expected<Turn, NotChanged> Turn::begin(const Desk& desk, store::Session& session, TicketId id,
                                            std::optional<std::int64_t> expected_version, Instant now) {
  auto turn = begin(desk, session, id, now);
  if (!turn) return std::unexpected(NotChanged{NotChanged::Why::unknown_ticket});
  if (expected_version && *expected_version != turn->head_.version)
    return std::unexpected(NotChanged{NotChanged::Why::stale, {}, turn->head_.version});
  return std::move(*turn);
}

Turn Turn::open(const Desk& desk, store::Session& session, event::Submitted event,
                const std::vector<store::KeptFile>& files, const Actor& by, Instant now) {
  const auto catalogue = desk.catalogue();
  const auto ticket = evolve({}, Recorded{1, now, by, event});
  const auto id =
      store::insert_ticket(session, ticket, TicketTerms(ticket, catalogue->promises()).submitted(),
                           standing_of(ticket, catalogue->promises(), now));
  if (!files.empty()) event.attachments = store::insert_attachments(session, id, 1, files, now);
  Turn turn(desk, session, id, {.version = 1}, {}, now);
  turn.happen(std::move(event), by);
  return turn;
}

Turn::Turn(const Desk& desk, store::Session& session, TicketId id, const store::TicketHead& head,
           std::vector<Recorded> journal, Instant now)
    : desk_(desk),
      session_(session),
      id_(id),
      head_(head),
      catalogue_(desk.catalogue()),
      journal_(std::move(journal)),
      ticket_(fold(journal_)),
      before_(ticket_),
      now_(std::max(now, ticket_.recorded_at)) {}  // a clock set back must not make a journal run backwards

std::expected<Decision, NotChanged> Turn::decide(const TicketCommand& asked) const {
  auto decision = punctual::decide(ticket_, asked, catalogue_->terms(), now_);
  if (!decision) return std::unexpected(NotChanged{NotChanged::Why::refused, decision.error()});
  return std::move(*decision);
}

void Turn::happen(TicketEvent event, const Actor& by) {
  events_.push_back({ticket_.version + 1, now_, by, std::move(event)});
  ticket_ = evolve(std::move(ticket_), events_.back());
}

void Turn::happen(const Decision& decision, const Actor& by) {
  for (const auto& event : decision.events) happen(event, by);
}

void Turn::follow_calendar() {
  const auto newest = catalogue_->policies().followed(ticket_.policy);
  if (newest == ticket_.policy || !is_active(ticket_.status)) return;
  const auto decision = decide(command::Rejudge{rejudged(ticket_, catalogue_->promises(), newest, now_)});
  happen(*decision, Actor::desk());
}

/// The type of what somebody did last: neither the calendar's moving nor that a request follows another,
/// which is part of its being sent in. Nothing where that is all.
std::optional<std::string_view> Turn::last_done() const {
  for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
    const auto* linked = std::get_if<event::Linked>(&event->event);
    const bool by_itself = linked && linked->relation == Relation::follows;
    if (!by_itself && !std::holds_alternative<event::Rejudged>(event->event))
      return store::type_of(event->event);
  }
  return std::nullopt;
}

/// What was redacted leaves the journal, and with it the ticket and its row.
void Turn::forget_words() {
  bool any = false;
  for (const Recorded& recorded : events_)
    if (const auto* redacted = std::get_if<event::Redacted>(&recorded.event)) {
      store::remove_contents(session_, id_, redacted->remains);
      any = true;
    }
  if (!any) return;
  ticket_ = fold(store::read_journal(session_, id_));
  store::rewrite_request(session_, id_, before_.request, ticket_.request);
  session_.empty_log_afterwards();
}

/// Averages and figures count what was answered and rated, and neither spam nor what goes on elsewhere.
void Turn::keep_aggregates() {
  if (!before_.first_replied_at && ticket_.first_replied_at)
    store::insert_first_reply(session_, id_, *ticket_.first_replied_at,
                              catalogue_->hours().elapsed(ticket_.submitted_at, *ticket_.first_replied_at));
  if (is_end(ticket_.status)) store::delete_first_reply(session_, id_);
  const auto counted = is_end(ticket_.status) ? std::nullopt : ticket_.rating;
  if (before_.rating || counted) store::write_rating(session_, id_, counted);
}

std::int64_t Turn::record() {
  if (events_.empty()) return ticket_.version;
  store::Sha256 chain = head_.chain;
  for (const Recorded& recorded : events_) chain = store::append(session_, id_, recorded, chain);
  forget_words();
  const Standing how = standing();
  if (!store::update_ticket(session_, id_, head_.version, ticket_, how, chain, last_done()))
    throw std::logic_error("the ticket's row moved on inside its own transaction");
  store::write_clocks(session_, id_, how.clocks);
  store::write_timer(session_, id_, next_stage_at(ticket_, how, catalogue_->stages()));
  keep_aggregates();
  if (ticket_.estimates != before_.estimates)
    store::write_estimates(session_, id_, ticket_.request.client, ticket_.estimates);
  if (ticket_.status == Status::spam) store::delete_waiting_mails(session_, id_);
  const bool answers_first = !before_.first_replied_at && ticket_.first_replied_at;
  react(desk_, *catalogue_, session_, {id_, ticket_, how, events_, answers_first});
  return ticket_.version;
}

}  // namespace punctual::desk
