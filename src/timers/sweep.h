#pragma once

#include <string>
#include <vector>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::timers {

/// Removes what has expired at `now`: answers kept for their keys, sessions, stashed uploads, and the files
/// that are listed for removal. Of files without any row, whose write never came to a commit, one shelf an
/// hour. Answers with the files that could not be removed, a sentence each.
std::vector<std::string> sweep(const desk::Desk& desk, store::Writer& writer, Instant now);

}  // namespace punctual::timers
