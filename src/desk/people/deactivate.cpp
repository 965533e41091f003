#include "desk/people/deactivate.h"

#include <boost/describe.hpp>

#include "desk/commands/change.h"
#include "desk/people/account.h"
#include "desk/versions.h"
#include "store/access.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/json/write.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

using Why = PersonRefused::Why;

struct DeactivatedJson {
  std::vector<TicketId> tickets;
  PersonId to;        ///< 0: nobody
  json::Raw knowing;  ///< the gaps it opened; []: none
};
BOOST_DESCRIBE_STRUCT(DeactivatedJson, (), (tickets, to, knowing))

struct RoleChangedJson {
  std::string from;
  std::string to;
};
BOOST_DESCRIBE_STRUCT(RoleChangedJson, (), (from, to))

struct SessionsEndedJson {
  std::int64_t sessions = 0;
};
BOOST_DESCRIBE_STRUCT(SessionsEndedJson, (), (sessions))

std::unexpected<PersonRefused> refuse(Why why, std::string detail = {}, std::string field = {}) {
  return std::unexpected(PersonRefused{why, std::move(field), std::move(detail)});
}

/// The person, where somebody else who manages people may take rights from them.
std::expected<store::PersonRow, PersonRefused> lessened(store::Session& session, PersonId id,
                                                        const Actor& by) {
  if (!may_manage_people(session, by)) return refuse(Why::not_allowed);
  const auto person = store::find_person(session, id);
  if (!person) return refuse(Why::unknown, "There is no such person.");
  if (by == Actor::person(id))
    return refuse(Why::not_now, "Nobody does this to themselves; ask another manager.");
  if (is_last_manager(session, id))
    return refuse(Why::not_now, person->name + " is the last manager who can sign in; invite another first.");
  return *person;
}

}  // namespace

std::optional<PersonRefused> problem_of_deactivating(store::Session& session, PersonId id,
                                                     std::optional<HandOver> hand_over, const Actor& by) {
  const auto person = lessened(session, id, by);
  if (!person) return person.error();
  if (!person->active) return PersonRefused{Why::not_now, {}, person->name + " is deactivated already."};
  if (!hand_over && !store::active_of(session, id).empty())
    return PersonRefused{
        Why::needs_hand_over, {}, person->name + " has open tickets; say who takes them over, or nobody."};
  if (!hand_over || !hand_over->to) return std::nullopt;
  const auto heir = store::find_person(session, *hand_over->to);
  if (*hand_over->to != id && heir && heir->active) return std::nullopt;
  return PersonRefused{Why::invalid, "hand_over_to", "Choose one of the other active people, or nobody."};
}

std::expected<int, PersonRefused> deactivate(const Desk& desk, store::Session& session, PersonId id,
                                             std::optional<HandOver> hand_over, const RotaLook& look,
                                             const Actor& by, Instant now) {
  if (auto wrong = problem_of_deactivating(session, id, hand_over, by))
    return std::unexpected(*std::move(wrong));
  if (read_versions(session) != look.catalogue->versions())
    return refuse(Why::not_now, "The desk has changed meanwhile; look again at what this opens.");
  const auto tickets = store::active_of(session, id);
  const PersonId heir = hand_over ? hand_over->to.value_or(PersonId{}) : PersonId{};
  for (const TicketId ticket : tickets)
    if (const auto changed = change(desk, session, ticket, {}, command::Bequeath{heir}, by, now); !changed)
      return refuse(Why::not_now,
                    ref_of(ticket) + " cannot be handed over: " + changed.error().refusal.detail);
  auto person = store::find_person(session, id).value();
  leave(session, person, now);
  store::write_person(session, person);
  store::append_audit(session, "person", id.value, "deactivated", now, by,
                      json::to_json(DeactivatedJson{tickets, heir, {look.view.known.value_or("[]")}}));
  return static_cast<int>(tickets.size());
}

std::expected<void, PersonRefused> change_role(store::Session& session, PersonId id, people::Role role,
                                               const Actor& by, Instant now) {
  auto person = lessened(session, id, by);
  if (!person) return std::unexpected(person.error());
  const RoleChangedJson told{std::string(to_text(person->role)), std::string(to_text(role))};
  if (person->role == role) return {};
  take_role(session, *person, role);
  store::write_person(session, *person);
  store::append_audit(session, "person", id.value, "role_changed", now, by, json::to_json(told));
  return {};
}

std::expected<void, PersonRefused> end_sessions(store::Session& session, PersonId id,
                                                std::optional<SessionId> but, const Actor& by, Instant now) {
  if (by != Actor::person(id) && !may_manage_people(session, by)) return refuse(Why::not_allowed);
  if (!store::find_person(session, id)) return refuse(Why::unknown, "There is no such person.");
  const auto ended = store::delete_sessions(session, id, but);
  if (ended > 0)
    store::append_audit(session, "person", id.value, "sessions_ended", now, by,
                        json::to_json(SessionsEndedJson{ended}));
  return {};
}

}  // namespace punctual::desk
