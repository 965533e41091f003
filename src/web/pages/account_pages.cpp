#include "web/pages/account_pages.h"

#include <boost/describe.hpp>
#include <optional>

#include "desk/people/password_rules.h"
#include "desk/text/template.h"
#include "web/pages/desk_line.h"

namespace punctual::web {

namespace {

struct AccountField {
  std::string id;
  std::string value;
  std::string error;
};
BOOST_DESCRIBE_STRUCT(AccountField, (), (id, value, error))

struct ForgotView {
  Frame frame;
  std::optional<DeskLine> desk_line;  ///< never said here; the masthead asks for it
  std::string lede;
  bool asks = false;
  AccountField email;
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(ForgotView, (), (frame, desk_line, lede, asks, email, foot_note))

struct NewPasswordView {
  Frame frame;
  std::optional<DeskLine> desk_line;
  std::string problem;  ///< for the title; empty where nothing was refused
  std::string title;
  std::string lede;
  std::string path;
  std::string account;
  AccountField password;
  AccountField again;
  std::string button;
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(NewPasswordView, (),
                      (frame, desk_line, problem, title, lede, path, account, password, again, button,
                       foot_note))

Frame account_frame(const DeskFace& desk) {
  return frame_of(desk, {"page.css", "form.css", "account.css"});
}

}  // namespace

std::string forgot_page_html(const ForgotPage& page) {
  return text::render(
      "page/forgot",
      ForgotView{.frame = account_frame(page.desk),
                 .desk_line = {},
                 .lede = page.sends_mail
                             ? "Say which address you sign in with. A link to set a new one goes there; it "
                               "works for ten minutes."
                             : "This desk sends no mail yet. Ask whoever runs it for a link: punctual person "
                               "invite prints one.",
                 .asks = page.sends_mail,
                 .email = {"email", page.email, page.error},
                 .foot_note = {}});
}

std::string new_password_page_html(const NewPasswordPage& page) {
  const bool refused = !page.password_error.empty() || !page.again_error.empty();
  return text::render(
      "page/new_password",
      NewPasswordView{
          .frame = account_frame(page.desk),
          .desk_line = {},
          .problem = refused ? "Not taken yet" : "",
          .title = page.invited ? "Welcome, " + page.name : "A new password",
          .lede = page.invited
                      ? "Set a password, and you are in. You sign in with it from now on."
                      : "Wherever you are signed in with the old one, you are signed out; your tokens "
                        "end.",
          .path = page.path,
          .account = page.email,
          .password = {"password", std::string(desk::password_rules), page.password_error},
          .again = {"again", {}, page.again_error},
          .button = page.invited ? "Set the password and go in" : "Set the new password",
          .foot_note = {}});
}

}  // namespace punctual::web
