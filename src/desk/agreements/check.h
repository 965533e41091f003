#pragma once

#include <string>
#include <vector>

#include "store/sql/session.h"

namespace punctual::desk {

/// For `verify`: time entries and statements that are not what the audit says of them, a line each, at most
/// `at_most`. `session` reads one state.
std::vector<std::string> account_problems(store::Session& session, std::size_t at_most);

}  // namespace punctual::desk
