#include "desk/commands/change.h"

#include "desk/commands/turn.h"
#include "domain/calendar/sentences.h"
#include "store/directory.h"

namespace punctual::desk {

namespace {

/// What is doubtful about who has it now: they are not at work before it is due.
std::optional<std::string> too_late(const Turn& turn) {
  const auto next = turn.standing().next_due;
  const auto* person = turn.catalogue().person(turn.ticket().assignee);
  if (!next || !next->due || !person) return std::nullopt;
  const auto& at_work = turn.catalogue().worker(person->id).at_work;
  if (at_work.is_open(turn.now()) || at_work.elapsed(turn.now(), *next->due) > Seconds{0})
    return std::nullopt;
  if (*next->due <= turn.now()) return person->name + " is not at work now, and it is late already.";
  return person->name + " is not at work before it is due, " +
         spoken(*next->due, turn.catalogue().zone(), ClockFace::of_24_hours) + ".";
}

}  // namespace

std::expected<Changed, NotChanged> change(const Desk& desk, store::Session& session, TicketId id,
                                          std::optional<std::int64_t> expected_version,
                                          const TicketCommand& asked, Actor by, Instant now,
                                          const std::vector<store::KeptFile>& files) {
  auto turn = Turn::begin(desk, session, id, expected_version, now);
  if (!turn) return std::unexpected(turn.error());
  // Who holds the private link stands for who submitted; of a ticket merged into this one, for its own. An
  // estimate's link is of who decides.
  const auto* reply = std::get_if<command::ClientReply>(&asked);
  const bool own_link = std::holds_alternative<command::DecideEstimate>(asked);
  if (by.kind == Actor::Kind::contact && !own_link && !(reply && reply->via))
    by = Actor::contact(turn->ticket().request.contact);
  turn->follow_calendar();
  auto decision = turn->decide(asked);
  if (!decision) return std::unexpected(decision.error());
  if (!files.empty())
    if (auto* replied = std::get_if<event::ClientReplied>(&decision->events.front()))
      replied->attachments =
          store::insert_attachments(session, id, turn->ticket().version + 1, files, turn->now());
  const auto had = turn->ticket().assignee;
  turn->happen(*decision, by);
  // The catalogue may be a moment behind the file: who has just left is given nothing.
  if (const auto has = turn->ticket().assignee; has && has != had) {
    const auto person = store::find_person(session, has);
    if (!person || !person->active)
      return std::unexpected(NotChanged{
          NotChanged::Why::refused,
          {Refusal::Reason::invalid, "assignee", "They have just left; choose one of the people listed."}});
  }
  turn->follow_calendar();  // what was reopened runs again
  if (by.kind == Actor::Kind::person && turn->ticket().assignee != had)
    if (auto doubt = too_late(*turn)) decision->warnings.push_back(*std::move(doubt));
  return Changed{turn->record(), std::move(decision->warnings)};
}

void fire(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  auto turn = Turn::begin(desk, session, id, now);
  if (!turn) return;
  const auto& stages = turn->catalogue().stages();
  const auto before = turn->ticket().version;
  turn->follow_calendar();
  const auto decision =
      turn->decide(command::Fire{stage_to_fire(turn->ticket(), turn->standing(), stages, turn->now())});
  turn->happen(*decision, Actor::desk());
  if (turn->record() == before)
    store::write_timer(session, id, next_stage_at(turn->ticket(), turn->standing(), stages));
}

void rejudge(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  auto turn = Turn::begin(desk, session, id, now);
  if (!turn) return;
  turn->follow_calendar();
  turn->record();
}

}  // namespace punctual::desk
