#include "desk/access/known_browser.h"
#include "desk/people/deactivate.h"
#include "desk/people/password.h"
#include "desk/people/password_rules.h"
#include "store/access.h"
#include "store/crypto/password.h"
#include "store/text/fold.h"
#include "web/api/person_reply.h"
#include "web/api/session_cookies.h"

// What a person does with their own account: sessions, tokens, the password.
namespace punctual::web {

namespace {

struct SessionsJson {
  std::vector<StaffSessionJson> items;
};
BOOST_DESCRIBE_STRUCT(SessionsJson, (), (items))

struct TokenJson {
  std::int64_t id = 0;
  std::string note;
  Instant created_at{};
  Instant expires_at{};
};
BOOST_DESCRIBE_STRUCT(TokenJson, (), (id, note, created_at, expires_at))

struct TokensJson {
  std::vector<TokenJson> items;
};
BOOST_DESCRIBE_STRUCT(TokensJson, (), (items))

struct PasswordJson {
  std::string old_password;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordJson, (), (old_password, password))

std::optional<SessionId> own_session(Api& api, const desk::Caller& caller) {
  return caller.session ? store::session_id(api.desk.reader(), *caller.session) : std::nullopt;
}

Answer list_sessions(Api& api, const desk::Caller& caller, const Request& request) {
  return json_reply(200, SessionsJson{sessions_json(api, caller.id, own_session(api, caller), request.now)});
}

/// All but the one that asks.
Answer end_other_sessions(Api& api, const desk::Caller& caller, const Request& request) {
  return Write{
      [person = caller.id, but = own_session(api, caller), now = request.now](store::Session& session) {
        (void)desk::end_sessions(session, person, but, Actor::person(person), now);
        return store::Keep::commit;
      },
      [](store::Written) { return no_content(); }};
}

Answer end_session(Api&, const desk::Caller& caller, const Request& request) {
  const auto id = id_of(request.parameter("id"));
  if (!id) return problem(Problem::not_found, "There is no such session.");
  return Write{[person = caller.id, id = SessionId{*id}](store::Session& session) {
                 return store::delete_session(session, person, id) ? store::Keep::commit
                                                                   : store::Keep::discard;
               },
               [](store::Written written) {
                 return written == store::Written::committed
                            ? no_content()
                            : problem(Problem::not_found, "There is no such session; it may have ended.");
               }};
}

Answer list_tokens(Api& api, const desk::Caller& caller, const Request& request) {
  TokensJson tokens;
  for (const auto& token : store::read_tokens(api.desk.reader(), request.now))
    if (token.person == caller.id)
      tokens.items.push_back({token.id, token.note, token.created_at, token.expires_at});
  return json_reply(200, tokens);
}

Answer revoke_token(Api& api, const desk::Caller& caller, const Request& request) {
  const auto id = id_of(request.parameter("id"));
  bool own = false;
  for (const auto& token : store::read_tokens(api.desk.reader(), request.now))
    own = own || (id && token.id == *id && token.person == caller.id);
  if (!own) return problem(Problem::not_found, "There is no such token; it may have been revoked.");
  return Write{[id = *id, by = Actor::person(caller.id), now = request.now](store::Session& session) {
                 return desk::revoke_token(session, id, by, now) ? store::Keep::commit : store::Keep::discard;
               },
               [](store::Written) { return no_content(); }};
}

/// The old password was right and the new one will do.
Answer write_password(Api& api, PersonId person, const std::string& email, std::string hash,
                      std::string browser, Instant now) {
  auto done = std::make_shared<std::optional<desk::PasswordSet>>();
  return Write{[&api, done, person, hash = std::move(hash), browser = std::move(browser),
                now](store::Session& session) {
                 *done = desk::change_password(api.desk, session, person, hash, browser, now);
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, done, account = store::fold_case(email)](store::Written) {
                 if (!*done) return problem(Problem::not_signed_in);
                 Reply reply = session_reply(api, 200, (*done)->person, store::sha256((*done)->session));
                 add_session_cookies(api, reply, (*done)->session, desk::known_browser(api.desk, account));
                 return reply;
               }};
}

Answer change_password(Api& api, const desk::Caller& caller, const Request& request) {
  auto body = read_body<PasswordJson>(request);
  if (!body) return body.error();
  if (!caller.session)
    return problem(Problem::not_allowed, "A token cannot change the password; sign in with it for that.");
  const auto person = store::find_person(api.desk.reader(), caller.id);
  if (!person) return problem(Problem::not_signed_in);
  if (auto wrong = desk::password_problem(body->password, person->name, person->email))
    return problem(Problem::invalid, {}, {{"password", std::move(*wrong)}});
  // Whoever finds a browser left open guesses no faster than at the door (SECURITY 12).
  if (!api.password_tries.allow(std::to_string(caller.id.value), request.now))
    return problem(Problem::too_many);
  return Slow{[&api, body = std::move(*body), person = *person, loopback = request.loopback,
               browser = browser_words(request.header("user-agent")), now = request.now]() -> Answer {
    if (body.old_password.size() > desk::longest_password ||
        !desk::check_password(api.desk, person.email, body.old_password, loopback))
      return problem(Problem::invalid, {}, {{"old_password", "This is not your password now; try again."}});
    return write_password(api, person.id, person.email, store::hash_password(body.password), browser, now);
  }};
}

}  // namespace

std::vector<Route> own_account_routes(Api& api) {
  constexpr auto own = desk::Action::keep_own_account;
  return {
      staff_route(api, Method::get, "/api/v1/sessions", Body::none, own, list_sessions),
      staff_route(api, Method::del, "/api/v1/sessions", Body::none, own, end_other_sessions),
      staff_route(api, Method::del, "/api/v1/sessions/{id}", Body::none, own, end_session),
      staff_route(api, Method::get, "/api/v1/tokens", Body::none, own, list_tokens),
      staff_route(api, Method::del, "/api/v1/tokens/{id}", Body::none, own, revoke_token),
      staff_route(api, Method::put, "/api/v1/session/password", Body::json, own, change_password),
  };
}

}  // namespace punctual::web
