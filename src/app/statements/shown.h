#pragma once

#include <string>
#include <vector>

#include "desk/agreements/correction.h"
#include "desk/agreements/statement.h"

namespace punctual::app {

/// A statement for people: the allowance, the requests with a line for each part of the work, the totals.
/// and what corrected it.
std::string shown(const desk::Statement& statement, const std::vector<desk::Correction>& corrections);

}  // namespace punctual::app
