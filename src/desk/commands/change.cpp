#include "desk/commands/change.h"

#include <algorithm>

#include "desk/reactions/react.h"
#include "store/answers.h"
#include "store/directory.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

/// A ticket while things happen to it, in one transaction.
class Turn {
 public:
  static std::optional<Turn> begin(const Desk& desk, store::Session& session, TicketId id, Instant now) {
    const auto head = store::find_head(session, id);
    if (!head) return std::nullopt;
    return Turn(desk, session, id, *head, fold(store::read_journal(session, id)), now);
  }

  const store::TicketHead& head() const { return head_; }
  const TicketState& ticket() const { return ticket_; }
  const Catalogue& catalogue() const { return *catalogue_; }
  Instant now() const { return now_; }
  Standing standing() const { return standing_of(ticket_, catalogue_->promises(), now_); }

  auto decide(const TicketCommand& asked) const {
    return punctual::decide(ticket_, asked, catalogue_->terms(), now_);
  }
  void happen(TicketEvent event, const Actor& by) {
    events_.push_back({ticket_.version + 1, now_, by, std::move(event)});
    ticket_ = evolve(std::move(ticket_), events_.back());
  }
  /// Clocks that run follow the newest calendar before anything else is judged (SEMANTICS 20a).
  void follow_calendar() {
    const auto newest = catalogue_->policies().followed(ticket_.policy);
    if (newest == ticket_.policy || !is_active(ticket_.status)) return;
    const auto decision = decide(command::Rejudge{rejudged(ticket_, catalogue_->promises(), newest, now_)});
    for (const auto& event : decision->events) happen(event, Actor::desk());
  }

  /// Appends what happened and makes everything that follows from it agree. Returns the version.
  std::int64_t record();

 private:
  Turn(const Desk& desk, store::Session& session, TicketId id, const store::TicketHead& head,
       TicketState ticket, Instant now)
      : desk_(desk),
        session_(session),
        id_(id),
        head_(head),
        catalogue_(desk.catalogue()),
        ticket_(std::move(ticket)),
        unanswered_(!ticket_.first_replied_at),
        now_(std::max(now, ticket_.recorded_at)) {}  // a clock set back must not make a journal run backwards

  /// The type of what somebody did last; nothing where the calendar alone has moved.
  std::optional<std::string_view> last_done() const {
    for (auto event = events_.rbegin(); event != events_.rend(); ++event)
      if (!std::holds_alternative<event::Rejudged>(event->event)) return store::type_of(event->event);
    return std::nullopt;
  }

  const Desk& desk_;
  store::Session& session_;
  TicketId id_;
  store::TicketHead head_;
  std::shared_ptr<const Catalogue> catalogue_;
  TicketState ticket_;
  bool unanswered_;
  Instant now_;
  std::vector<Recorded> events_;
};

std::int64_t Turn::record() {
  store::Sha256 chain = head_.chain;
  for (const Recorded& recorded : events_) chain = store::append(session_, id_, recorded, chain);
  const Standing how = standing();
  if (!store::update_ticket(session_, id_, head_.version, ticket_, how, chain, last_done()))
    throw std::logic_error("the ticket's row moved on inside its own transaction");
  store::write_clocks(session_, id_, how.clocks);
  store::write_timer(session_, id_, next_stage_at(ticket_, how));
  const bool answers_first = unanswered_ && ticket_.first_replied_at.has_value();
  if (answers_first)
    store::insert_first_reply(session_, id_, *ticket_.first_replied_at,
                              catalogue_->hours().elapsed(ticket_.submitted_at, *ticket_.first_replied_at));
  if (ticket_.status == Status::spam) store::delete_first_reply(session_, id_);
  react(desk_, *catalogue_, session_, {id_, ticket_, how, events_, answers_first});
  return ticket_.version;
}

}  // namespace

std::expected<Changed, NotChanged> change(const Desk& desk, store::Session& session, TicketId id,
                                          std::optional<std::int64_t> expected_version,
                                          const TicketCommand& asked, Actor by, Instant now,
                                          const std::vector<store::KeptFile>& files) {
  auto turn = Turn::begin(desk, session, id, now);
  if (!turn) return std::unexpected(NotChanged{NotChanged::Why::unknown_ticket});
  if (expected_version && *expected_version != turn->head().version)
    return std::unexpected(NotChanged{NotChanged::Why::stale, {}, turn->head().version});
  // Who holds the private link stands for who submitted.
  if (by.kind == Actor::Kind::contact) by = Actor::contact(turn->ticket().request.contact);
  turn->follow_calendar();
  auto decision = turn->decide(asked);
  if (!decision) return std::unexpected(NotChanged{NotChanged::Why::refused, decision.error()});
  if (!files.empty())
    if (auto* reply = std::get_if<event::ClientReplied>(&decision->events.front()))
      reply->attachments =
          store::insert_attachments(session, id, turn->ticket().version + 1, files, turn->now());
  const auto had = turn->ticket().assignee;
  for (auto& event : decision->events) turn->happen(std::move(event), by);
  // The catalogue may be a moment behind the file: who has just left is given nothing.
  if (const auto has = turn->ticket().assignee; has && has != had) {
    const auto person = store::find_person(session, has);
    if (!person || !person->active)
      return std::unexpected(NotChanged{
          NotChanged::Why::refused,
          {Refusal::Reason::invalid, "assignee", "They have just left; choose one of the people listed."}});
  }
  turn->follow_calendar();  // what was reopened runs again
  return Changed{turn->record(), std::move(decision->warnings)};
}

void fire(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  auto turn = Turn::begin(desk, session, id, now);
  if (!turn) return;
  const auto before = turn->ticket().version;
  turn->follow_calendar();
  const auto decision =
      turn->decide(command::Fire{stage_to_fire(turn->ticket(), turn->standing(), turn->now())});
  for (const auto& event : decision->events) turn->happen(event, Actor::desk());
  if (turn->ticket().version != before)
    turn->record();
  else
    store::write_timer(session, id, next_stage_at(turn->ticket(), turn->standing()));
}

void rejudge(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  auto turn = Turn::begin(desk, session, id, now);
  if (!turn) return;
  const auto before = turn->ticket().version;
  turn->follow_calendar();
  if (turn->ticket().version != before) turn->record();
}

}  // namespace punctual::desk
