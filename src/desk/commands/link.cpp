#include "desk/commands/link.h"

#include "desk/commands/turn.h"

namespace punctual::desk {

namespace {

NotChanged invalid(std::string detail) {
  return {NotChanged::Why::refused, {Refusal::Reason::invalid, "ticket", std::move(detail)}};
}

template <class Command>
std::expected<Changed, NotChanged> on_both(const Desk& desk, store::Session& session, TicketId id,
                                           TicketId other, std::int64_t expected_version, const Actor& by,
                                           Instant now) {
  if (id == other) return std::unexpected(invalid("A ticket cannot be linked to itself; name another."));
  auto here = Turn::begin(desk, session, id, expected_version, now);
  if (!here) return std::unexpected(here.error());
  auto there = Turn::begin(desk, session, other, now);
  if (!there) return std::unexpected(invalid("No ticket has this reference; look it up and name it again."));
  const auto ours = here->decide(Command{other});
  if (!ours) return std::unexpected(ours.error());
  const auto theirs = there->decide(Command{id});
  if (!theirs) return std::unexpected(theirs.error());
  here->happen(*ours, by);
  there->happen(*theirs, by);
  there->record();
  return Changed{here->record(), {}};
}

}  // namespace

std::expected<Changed, NotChanged> link(const Desk& desk, store::Session& session, TicketId id,
                                        TicketId other, std::int64_t expected_version, const Actor& by,
                                        Instant now) {
  return on_both<command::Link>(desk, session, id, other, expected_version, by, now);
}

std::expected<Changed, NotChanged> unlink(const Desk& desk, store::Session& session, TicketId id,
                                          TicketId other, std::int64_t expected_version, const Actor& by,
                                          Instant now) {
  return on_both<command::Unlink>(desk, session, id, other, expected_version, by, now);
}

}  // namespace punctual::desk
