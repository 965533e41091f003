#include <boost/describe.hpp>

#include "desk/access/known_browser.h"
#include "store/access.h"
#include "store/text/fold.h"
#include "web/api/api.h"
#include "web/api/people_json.h"

namespace punctual::web {

namespace {

struct SignIn {
  std::string email;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

struct SessionJson {
  PersonJson person;
  std::string csrf_token;
  std::string desk_name;
  bool mail_readable_here = false;
};
BOOST_DESCRIBE_STRUCT(SessionJson, (), (person, csrf_token, desk_name, mail_readable_here))

constexpr std::size_t longest_password = 1000;
constexpr std::size_t longest_address = 254;

Reply session_reply(const Api& api, int status, PersonId id, const store::Sha256& session) {
  const auto catalogue = api.desk.catalogue();
  return json_reply(status, SessionJson{person_json(*catalogue, *catalogue->person(id)),
                                        desk::csrf_token(api.desk, session), catalogue->profile().name,
                                        api.desk.options().mail_kept_here});
}

std::string_view browser_cookie(const Api& api) {
  return api.secure ? "__Host-punctual_browser" : "punctual_browser";
}

std::string cookie_header(const Api& api, std::string_view name, std::string_view value,
                          std::string_view rest) {
  std::string cookie(name);
  cookie += '=';
  cookie += value;
  cookie += "; Path=/; HttpOnly; SameSite=Lax";
  if (api.secure) cookie += "; Secure";
  cookie += rest;
  return cookie;
}

/// The password was right: the session's row, then the cookies.
Answer begin_session(Api& api, PersonId person, std::optional<std::string> before, std::string browser,
                     Instant now) {
  auto secret = std::make_shared<std::string>();
  return Write{[secret, person, before = std::move(before), now](store::Session& session) {
                 if (before)
                   store::delete_session(session, store::sha256(*before));  // the id rotates (SECURITY 10)
                 *secret = desk::start_session(session, person, now);
                 store::delete_expired_sessions(session, now);
                 return store::Keep::commit;
               },
               [&api, secret, person, browser = std::move(browser)](store::Written) {
                 Reply reply = session_reply(api, 201, person, store::sha256(*secret));
                 reply.headers.emplace_back(
                     "Set-Cookie", cookie_header(api, session_cookie(api), *secret, "; Max-Age=1209600"));
                 reply.headers.emplace_back(
                     "Set-Cookie", cookie_header(api, browser_cookie(api), browser, "; Max-Age=31536000"));
                 return reply;
               }};
}

Answer sign_in(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  if (!origin_matches(api, request, true)) return problem(Problem::foreign_origin);
  auto body = read_body<SignIn>(request);
  if (!body) return body.error();
  if (body->password.size() > longest_password || body->email.size() > longest_address)
    return problem(Problem::wrong_credentials);
  // Counted before it is evaluated: parallel guesses gain nothing (SECURITY 12).
  const std::string account = store::fold_case(body->email);
  auto browser = request.cookie(browser_cookie(api)).value_or("");
  const bool known = desk::is_known_browser(api.desk, browser, account);
  if (!known) browser = desk::known_browser(api.desk, account);
  const std::string counted = known ? "browser " + browser : "account " + account;
  const bool exists = store::find_person_by_email(api.desk.reader(), body->email).has_value();
  RateLimit& tries = exists ? api.sign_in_of_account : api.sign_in_of_stranger;
  if (!api.sign_in_of_network.allow(network_of(request.peer), request.now) ||
      !tries.allow(counted, request.now))
    return problem(Problem::too_many);
  return Slow{[&api, body = std::move(*body), counted, browser = std::move(browser), now = request.now,
               before = request.cookie(session_cookie(api)), loopback = request.loopback]() -> Answer {
    const auto person = desk::check_password(api.desk, body.email, body.password, loopback);
    if (!person) return problem(Problem::wrong_credentials);
    api.sign_in_of_account.forget(counted);
    return begin_session(api, person->id, before, browser, now);
  }};
}

Answer read_session(Api& api, const desk::Caller& caller, const Request&) {
  return session_reply(api, 200, caller.id, caller.session.value_or(store::Sha256{}));
}

Answer sign_out(Api& api, const desk::Caller& caller, const Request&) {
  return Write{[session = caller.session](store::Session& rows) {
                 if (session) store::delete_session(rows, *session);
                 return store::Keep::commit;
               },
               [&api](store::Written) {
                 return Reply{
                     .status = 204,
                     .content_type = {},
                     .headers = {{"Set-Cookie", cookie_header(api, session_cookie(api), "", "; Max-Age=0")}}};
               }};
}

}  // namespace

std::vector<Route> session_routes(Api& api) {
  return {
      staff_route(api, Method::get, "/api/v1/session", Body::none, desk::Action::read_tickets, read_session),
      open_route(api, Method::post, "/api/v1/session", Body::json, sign_in),
      staff_route(api, Method::del, "/api/v1/session", Body::none, desk::Action::read_tickets, sign_out),
  };
}

}  // namespace punctual::web
