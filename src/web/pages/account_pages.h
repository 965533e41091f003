#pragma once

#include <string>

#include "web/pages/frame.h"

namespace punctual::web {

/// Where somebody of the desk asks for a link with which to set a new password.
struct ForgotPage {
  DeskFace desk;
  bool sends_mail = true;  ///< false: the desk has no mail server, and the page says what to do instead
  std::string email;       ///< as it was typed
  std::string error;       ///< what is wrong with it
};
std::string forgot_page_html(const ForgotPage& page);

/// Where a link by mail leads. Passwords are never shown again.
struct NewPasswordPage {
  DeskFace desk;
  std::string path;  ///< "/password/TOKEN"
  std::string name;
  std::string email;
  bool invited = false;  ///< the first password, else another
  std::string password_error;
  std::string again_error;
};
std::string new_password_page_html(const NewPasswordPage& page);

}  // namespace punctual::web
