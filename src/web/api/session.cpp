#include <boost/describe.hpp>

#include "desk/access/known_browser.h"
#include "desk/people/password_rules.h"
#include "store/access.h"
#include "store/text/fold.h"
#include "web/api/person_reply.h"
#include "web/api/session_cookies.h"

namespace punctual::web {

namespace {

struct SignIn {
  std::string email;
  std::string password;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))

constexpr std::size_t longest_address = 254;

/// The password was right: the session's row, then the cookies.
Answer begin_session(Api& api, PersonId person, std::optional<std::string> before, std::string browser,
                     std::string known_as, Instant now) {
  auto secret = std::make_shared<std::string>();
  return Write{[secret, person, before = std::move(before), known_as = std::move(known_as),
                now](store::Session& session) {
                 if (before)
                   store::delete_session(session, store::sha256(*before));  // the id rotates (SECURITY 10)
                 *secret = desk::start_session(session, person, known_as, now);
                 store::delete_expired_sessions(session, now);
                 return store::Keep::commit;
               },
               [&api, secret, person, browser = std::move(browser)](store::Written) {
                 Reply reply = session_reply(api, 201, person, store::sha256(*secret));
                 add_session_cookies(api, reply, *secret, browser);
                 return reply;
               }};
}

Answer sign_in(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  if (!origin_matches(api, request, true)) return problem(Problem::foreign_origin);
  auto body = read_body<SignIn>(request);
  if (!body) return body.error();
  if (body->password.size() > desk::longest_password || body->email.size() > longest_address)
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
               before = request.cookie(session_cookie(api)),
               known_as = browser_words(request.header("user-agent")),
               loopback = request.loopback]() -> Answer {
    const auto person = desk::check_password(api.desk, body.email, body.password, loopback);
    if (!person) return problem(Problem::wrong_credentials);
    api.sign_in_of_account.forget(counted);
    return begin_session(api, person->id, before, browser, known_as, now);
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
                 Reply reply = no_content();
                 drop_session_cookie(api, reply);
                 return reply;
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
