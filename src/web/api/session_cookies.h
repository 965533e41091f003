#pragma once

#include <string>
#include <string_view>

#include "web/api/api.h"

namespace punctual::web {

/// Gives the browser a session of its own, and the mark by which its tries are counted apart from then on.
void add_session_cookies(const Api& api, Reply& reply, std::string_view session, std::string_view browser);
/// Takes the session's cookie away.
void drop_session_cookie(const Api& api, Reply& reply);
std::string_view browser_cookie(const Api& api);

/// "Firefox on Linux": what a person knows a session by, of what the browser says of itself. Never empty.
std::string browser_words(std::string_view user_agent);

}  // namespace punctual::web
