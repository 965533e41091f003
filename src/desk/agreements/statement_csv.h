#pragma once

#include <string>

#include "desk/agreements/statement.h"

namespace punctual::desk {

/// A line for each part of the work and each fee, as RFC 4180 with a head; texts a spreadsheet would take for
/// a formula begin with an apostrophe.
std::string statement_csv(const Statement& statement);

}  // namespace punctual::desk
