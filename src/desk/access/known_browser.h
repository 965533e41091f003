#pragma once

#include <string>
#include <string_view>

#include "desk/desk.h"

namespace punctual::desk {

/// What a browser keeps after somebody signed in with it. Its tries are counted apart, so that strangers who
/// guess cannot keep that person out (SECURITY 12). It confers nothing else. `account` is the folded address.
std::string known_browser(const Desk& desk, std::string_view account);
bool is_known_browser(const Desk& desk, std::string_view secret, std::string_view account);

}  // namespace punctual::desk
