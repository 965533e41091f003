#pragma once

#include <string>

#include "desk/agreements/statement.h"

namespace punctual::app {

/// A statement for people: the allowance, the requests with a line for each part of the work, the totals.
std::string shown(const desk::Statement& statement);

}  // namespace punctual::app
