#include "desk/people/account.h"
#include "desk/people/deactivate.h"
#include "desk/people/invite.h"
#include "store/access.h"
#include "store/password_links.h"
#include "store/ticket_queue.h"
#include "web/api/person_reply.h"
#include "web/api/rota_look.h"
#include "web/api/rota_reading.h"

// The desk's people as managers keep them.
namespace punctual::web {

namespace {

struct AccountJson {
  PersonId id;
  std::string name;
  std::string email;
  std::string role;
  std::string state;  ///< active, invited, deactivated
  std::int64_t open_tickets = 0;
  json::Nullable<Instant> last_seen_at;
  json::Nullable<Instant> invited_until;  ///< while an invitation works
};
BOOST_DESCRIBE_STRUCT(AccountJson, (),
                      (id, name, email, role, state, open_tickets, last_seen_at, invited_until))

struct AccountsJson {
  std::vector<AccountJson> items;
};
BOOST_DESCRIBE_STRUCT(AccountsJson, (), (items))

struct SessionsJson {
  std::vector<StaffSessionJson> items;
};
BOOST_DESCRIBE_STRUCT(SessionsJson, (), (items))

struct NewPersonJson {
  std::string name;
  std::string email;
  std::string role;
};
BOOST_DESCRIBE_STRUCT(NewPersonJson, (), (name, email, role))

struct RoleJson {
  std::string role;
};
BOOST_DESCRIBE_STRUCT(RoleJson, (), (role))

struct DeactivationJson {
  std::optional<PersonId> hand_over_to;
  std::optional<bool> unassign;
  std::optional<std::string> seen;
};
BOOST_DESCRIBE_STRUCT(DeactivationJson, (), (hand_over_to, unassign, seen))

AccountJson account_json(store::Session& session, const store::PersonRow& person, std::int64_t open_tickets,
                         Instant now) {
  const auto link = store::newest_link(session, person.id, store::LinkKind::invitation);
  return {.id = person.id,
          .name = person.name,
          .email = person.email,
          .role = std::string(to_text(person.role)),
          .state = std::string(desk::state_of(person, link, now)),
          .open_tickets = open_tickets,
          .last_seen_at = person.last_seen_at,
          .invited_until = link && link->works_at(now) ? std::optional(link->expires_at) : std::nullopt};
}

Answer list_accounts(Api& api, const desk::Caller&, const Request& request) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  auto counts = store::read_counts(session);
  AccountsJson accounts;
  for (const auto& person : store::read_people(session))
    accounts.items.push_back(
        account_json(session, person, store::active_with(counts, person.id), request.now));
  return json_reply(200, accounts);
}

Reply account_reply(Api& api, int status, PersonId id, Instant now) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  const auto person = store::find_person(session, id);
  if (!person) return problem(Problem::not_found);
  auto counts = store::read_counts(session);
  return json_reply(status, account_json(session, *person, store::active_with(counts, id), now));
}

/// Carries out what is asked about a person; `work` answers whom it was about, or why nothing was done.
using Whom = std::expected<PersonId, desk::PersonRefused>;
using PersonWork = std::function<Whom(store::Session&)>;

Whom whom(const std::expected<desk::Invited, desk::PersonRefused>& done) {
  if (!done) return std::unexpected(done.error());
  return done->person;
}
template <class T>
Whom whom(PersonId id, const std::expected<T, desk::PersonRefused>& done) {
  if (!done) return std::unexpected(done.error());
  return id;
}

Answer carried_out(Api& api, int status, PersonWork work, Instant now) {
  auto done = std::make_shared<Whom>();
  return Write{[done, work = std::move(work)](store::Session& session) {
                 *done = work(session);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, done, status, now](store::Written) {
                 if (!*done) return refused(done->error());
                 api.catalogue_changed();
                 return account_reply(api, status, **done, now);
               }};
}

PersonId person_in(const Request& request) {
  return {id_of(request.parameter("id")).value_or(0)};
}

Answer invite(Api& api, const desk::Caller& caller, const Request& request) {
  auto body = read_body<NewPersonJson>(request);
  if (!body) return body.error();
  desk::NewPerson wanted{std::move(body->name), std::move(body->email), std::move(body->role)};
  std::vector<ProblemField> wrong;
  for (auto& one : desk::problems_of(wanted)) wrong.push_back({std::move(one.field), std::move(one.detail)});
  if (!wrong.empty()) return problem(Problem::invalid, {}, std::move(wrong));
  return carried_out(
      api, 201,
      [&desk = api.desk, wanted = std::move(wanted), by = Actor::person(caller.id), now = request.now](
          store::Session& session) { return whom(desk::invite(desk, session, wanted, by, now)); },
      request.now);
}

Answer invite_again(Api& api, const desk::Caller& caller, const Request& request) {
  return carried_out(
      api, 200,
      [&desk = api.desk, id = person_in(request), by = Actor::person(caller.id),
       now = request.now](store::Session& session) {
        return whom(desk::invite_again(desk, session, id, desk::Whom::without_password, by, now));
      },
      request.now);
}

Answer put_role(Api& api, const desk::Caller& caller, const Request& request) {
  const auto body = read_body<RoleJson>(request);
  if (!body) return body.error();
  const auto role = people::role_from(body->role);
  if (!role) return problem(Problem::invalid, {}, {{"role", "A role is coordinator, member or manager."}});
  return carried_out(
      api, 200,
      [id = person_in(request), role = *role, by = Actor::person(caller.id), now = request.now](
          store::Session& session) { return whom(id, desk::change_role(session, id, role, by, now)); },
      request.now);
}

Answer deactivate(Api& api, const desk::Caller& caller, const Request& request) {
  const auto body = read_body<DeactivationJson>(request);
  if (!body) return body.error();
  const bool unassign = body->unassign.value_or(false);
  if (unassign && body->hand_over_to)
    return problem(Problem::invalid, {}, {{"hand_over_to", "Say this or unassign, not both."}});
  std::optional<desk::HandOver> hand_over;
  if (unassign || body->hand_over_to) hand_over = desk::HandOver{body->hand_over_to};
  const auto by = Actor::person(caller.id);
  if (const auto wrong = desk::problem_of_deactivating(api.desk.reader(), person_in(request), hand_over, by))
    return refused(*wrong);
  return Slow{
      [&api, id = person_in(request), hand_over, seen = body->seen.value_or(""), by,
       now = request.now]() -> Answer {
        auto look = desk::look_at_leaving(api.desk, id, now);
        if (!look) return refused(look.error());
        if (look->view.seen != seen) return problem(Problem::opens_gaps);
        return carried_out(
            api, 200,
            [&desk = api.desk, id, hand_over, look = *std::move(look), by, now](store::Session& session) {
              return whom(id, desk::deactivate(desk, session, id, hand_over, look, by, now));
            },
            now);
      },
      Slow::Lane::seconds};
}

/// What it opens where they work, before they go.
Answer look_at_deactivation(Api& api, const desk::Caller&, const Request& request) {
  const PersonId id = person_in(request);
  if (!store::find_person(api.desk.reader(), id))
    return problem(Problem::not_found, "There is no such person.");
  return Slow{[&api, id, now = request.now]() -> Answer {
                const auto look = desk::look_at_leaving(api.desk, id, now);
                return look ? look_reply(api, *look) : refused(look.error());
              },
              Slow::Lane::seconds};
}

Answer list_sessions(Api& api, const desk::Caller& caller, const Request& request) {
  const auto own = caller.session ? store::session_id(api.desk.reader(), *caller.session) : std::nullopt;
  if (!store::find_person(api.desk.reader(), person_in(request)))
    return problem(Problem::not_found, "There is no such person.");
  return json_reply(200, SessionsJson{sessions_json(api, person_in(request), own, request.now)});
}

Answer end_sessions(Api& api, const desk::Caller& caller, const Request& request) {
  const auto own = caller.session ? store::session_id(api.desk.reader(), *caller.session) : std::nullopt;
  return carried_out(
      api, 200,
      [id = person_in(request), own, by = Actor::person(caller.id), now = request.now](
          store::Session& session) { return whom(id, desk::end_sessions(session, id, own, by, now)); },
      request.now);
}

}  // namespace

std::vector<Route> people_routes(Api& api) {
  constexpr auto manage = desk::Action::manage_people;
  return {
      staff_route(api, Method::get, "/api/v1/accounts", Body::none, manage, list_accounts),
      staff_route(api, Method::post, "/api/v1/people", Body::json, manage, invite),
      staff_route(api, Method::post, "/api/v1/people/{id}/invitation", Body::json, manage, invite_again),
      staff_route(api, Method::put, "/api/v1/people/{id}/role", Body::json, manage, put_role),
      staff_route(api, Method::get, "/api/v1/people/{id}/deactivation", Body::none, manage,
                  look_at_deactivation),
      staff_route(api, Method::post, "/api/v1/people/{id}/deactivation", Body::json, manage, deactivate),
      staff_route(api, Method::get, "/api/v1/people/{id}/sessions", Body::none, manage, list_sessions),
      staff_route(api, Method::del, "/api/v1/people/{id}/sessions", Body::none, manage, end_sessions),
  };
}

}  // namespace punctual::web
