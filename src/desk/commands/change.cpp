#include "desk/commands/change.h"

#include "desk/commands/turn.h"
#include "store/directory.h"

namespace punctual::desk {

std::expected<Changed, NotChanged> change(const Desk& desk, store::Session& session, TicketId id,
                                          std::optional<std::int64_t> expected_version,
                                          const TicketCommand& asked, Actor by, Instant now,
                                          const std::vector<store::KeptFile>& files) {
  auto turn = Turn::begin(desk, session, id, expected_version, now);
  if (!turn) return std::unexpected(turn.error());
  // Who holds the private link stands for who submitted; of a ticket merged into this one, for its own.
  const auto* reply = std::get_if<command::ClientReply>(&asked);
  if (by.kind == Actor::Kind::contact && !(reply && reply->via))
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
