#include "desk/rota/hand_over.h"

#include <algorithm>

#include "desk/access/actions.h"
#include "desk/rota/hand_offs.h"

namespace punctual::desk {
namespace {

std::string name_of(const Catalogue& catalogue, PersonId id) {
  const auto* person = catalogue.person(id);
  return person ? person->name : "somebody who is no more";
}

std::unexpected<NotChanged> refuse(Refusal::Reason reason, std::string detail, std::string field = {}) {
  return std::unexpected(NotChanged{NotChanged::Why::refused, {reason, std::move(field), std::move(detail)}});
}

}  // namespace

bool may_see_hand_off(const Catalogue& catalogue, PersonId reader, people::Role role, PersonId of) {
  if (reader == of || role == people::Role::coordinator || role == people::Role::manager) return true;
  return std::ranges::any_of(catalogue.pods(), [&](const store::PodRow& pod) {
    return pod.active && pod.lead == reader && std::ranges::find(pod.members, of) != pod.members.end();
  });
}

bool may_hand_over(const Catalogue& catalogue, PersonId by, people::Role role, PersonId from, PersonId to) {
  return by == to || may_see_hand_off(catalogue, by, role, from);
}

std::expected<Changed, NotChanged> hand_over(const Desk& desk, store::Session& session, HandOverAsked asked,
                                             PersonId by, people::Role role, Instant now) {
  using Reason = Refusal::Reason;
  const auto& [from, id, to, note] = asked;
  const auto catalogue = desk.catalogue();
  const auto ticket = store::find_ticket(session, id);
  if (!ticket) return std::unexpected(NotChanged{NotChanged::Why::unknown_ticket});
  if (to == from) return refuse(Reason::invalid, "They have it already; choose somebody else.", "to");
  if (to && ticket->assignee == to) return Changed{ticket->version, {}};  // sent twice
  const auto name = name_of(*catalogue, from);
  if (ticket->assignee != from)
    return refuse(Reason::not_in_this_state, ref_of(id) + " is not with " + name + " any more; look again.");
  HandOffReader reader(*catalogue, session, now);
  const auto going = reader.going(from);
  const bool falls_due = going && std::ranges::count(reader.due(from, *going, HandOffReader::Given::whenever),
                                                     id, &people::DueWhileAway::ticket) > 0;
  if (!falls_due && !may(role, Action::triage))
    return refuse(Reason::not_in_this_state, ref_of(id) + " does not fall due while " + name +
                                                 " is away; ask a coordinator to give it to somebody else.");
  const command::HandOver command{to, falls_due ? away_words(*catalogue, from, going->leave, now) : "", note};
  return change(desk, session, id, std::nullopt, command, Actor::person(by), now);
}

}  // namespace punctual::desk
