#pragma once

#include <string>

namespace punctual::web {

/// A mail as it would go out, for the page where managers read it.
struct RenderedMail {
  std::string subject;
  std::string headers;
  std::string text;
  std::string html;
};

}  // namespace punctual::web
