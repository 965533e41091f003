#include "desk/access/known_browser.h"
#include "desk/commands/submit.h"
#include "desk/people/password.h"
#include "desk/people/password_link.h"
#include "desk/people/password_rules.h"
#include "store/access.h"
#include "store/crypto/password.h"
#include "store/text/fold.h"
#include "web/api/session_cookies.h"
#include "web/pages/account_pages.h"
#include "web/public/site.h"

// Pages of the desk's own people who cannot sign in (yet): the link of an invitation, or of a reset.
namespace punctual::web {

namespace {

Reply unseen(Reply page) {
  page.headers.emplace_back("X-Robots-Tag", "noindex");
  return page;
}

DeskFace face(const Api& api) {
  return face_of(*api.desk.catalogue());
}

Reply foreign(const Api& api) {
  return notice_reply(403, refused_notice(face(api), "This form was sent from another site's page."));
}

/// A wrong link, a used one, one that was replaced and one that is too late read alike.
Reply gone(const Api& api) {
  return unseen(notice_reply(404, password_link_gone_notice(face(api))));
}

/// A link that works, and whose it is.
struct Opened {
  store::PasswordLinkRow link;
  store::PersonRow person;
};

std::optional<Opened> opened(const Api& api, const Request& request) {
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  auto link = desk::link_of_token(api.desk, session, request.parameter("token"), request.now);
  auto person = link ? store::find_person(session, link->person) : std::nullopt;
  if (!person || !person->active) return std::nullopt;
  return Opened{std::move(*link), std::move(*person)};
}

NewPasswordPage page_of(const Api& api, const Opened& at, const Request& request) {
  return {.desk = face(api),
          .path = "/password/" + std::string(request.parameter("token")),
          .name = at.person.name,
          .email = at.person.email,
          .invited = at.link.kind == store::LinkKind::invitation,
          .password_error = {},
          .again_error = {}};
}

/// The password is hashed already. Of many posts at once one sets it, the others find the link gone.
Answer set(Api& api, const Opened& at, std::string hash, const std::string& user_agent, bool loopback,
           Instant now) {
  auto done = std::make_shared<std::optional<desk::PasswordSet>>();
  const bool here = !at.person.demo || loopback;
  return Write{[&api, done, link = at.link.id, hash = std::move(hash), browser = browser_words(user_agent),
                here, now](store::Session& session) {
                 *done = desk::set_password(api.desk, session, link, hash, browser, now);
                 if (*done && !here) store::delete_session(session, store::sha256((*done)->session));
                 return *done ? store::Keep::commit : store::Keep::discard;
               },
               [&api, done, here, account = store::fold_case(at.person.email)](store::Written) {
                 if (!*done) return gone(api);
                 api.catalogue_changed();
                 Reply reply = see_other("/staff/");
                 if (here)
                   add_session_cookies(api, reply, (*done)->session, desk::known_browser(api.desk, account));
                 return reply;
               }};
}

}  // namespace

Answer forgot_page(Api& api, const Request&) {
  if (!api.ready) return problem(Problem::not_ready);
  return unseen(page_reply(
      200,
      forgot_page_html(
          {.desk = face(api), .sends_mail = !api.desk.options().mail_kept_here, .email = {}, .error = {}})));
}

Answer ask_for_reset(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  if (!origin_matches(api, request, true)) return foreign(api);
  if (!api.resets_of_network.allow(network_of(request.peer), request.now)) return too_many_reply(face(api));
  const std::string email(request.form->value("email"));
  if (api.desk.options().mail_kept_here || !desk::is_mail_address(email))
    return unseen(page_reply(
        422, forgot_page_html({.desk = face(api),
                               .sends_mail = !api.desk.options().mail_kept_here,
                               .email = email,
                               .error = "This is not a mail address; write it like name@example.com."})));
  // Answered before anything is looked up: a known address takes as long as an unknown one (SECURITY 11).
  api.later([&desk = api.desk, email, now = request.now](store::Session& session) {
    desk::ask_for_reset(desk, session, email, now);
    return store::Keep::commit;
  });
  return unseen(notice_reply(200, reset_asked_notice(face(api))));
}

Answer new_password_page(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  const auto at = opened(api, request);
  if (!at) return gone(api);
  return unseen(page_reply(200, new_password_page_html(page_of(api, *at, request))));
}

Answer set_new_password(Api& api, const Request& request) {
  if (!api.ready) return problem(Problem::not_ready);
  if (!origin_matches(api, request, true)) return foreign(api);
  const auto at = opened(api, request);
  if (!at) return gone(api);
  const std::string password(request.form->value("password"));
  NewPasswordPage page = page_of(api, *at, request);
  page.password_error =
      desk::password_problem(password, at->person.name, at->person.email).value_or(std::string());
  if (page.password_error.empty() && request.form->value("again") != password)
    page.again_error = "This differs from what stands above; type both once more.";
  if (!page.password_error.empty() || !page.again_error.empty())
    return unseen(page_reply(422, new_password_page_html(page)));
  return Slow{[&api, at = *at, password, user_agent = std::string(request.header("user-agent")),
               loopback = request.loopback, now = request.now]() -> Answer {
    return set(api, at, store::hash_password(password), user_agent, loopback, now);
  }};
}

}  // namespace punctual::web
