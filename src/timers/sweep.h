#pragma once

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::timers {

/// Removes what has expired at `now`: answers kept for their keys, sessions, stashed uploads, and files that
/// no message has named for a day. Of files without any row, whose write never came to a commit, one shelf an
/// hour.
void sweep(const desk::Desk& desk, store::Writer& writer, Instant now);

}  // namespace punctual::timers
