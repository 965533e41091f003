#pragma once

#include <optional>

#include "domain/time/instant.h"

namespace punctual::mail {

/// When a mail that was deferred is tried again: 10 s, 30 s, 1, 2, 5 and 15 minutes, then every hour;
/// nothing once it is four days old. `attempts` counts the one that just failed. No chance in it, so that
/// tests and people can foretell it.
std::optional<Instant> next_attempt(int attempts, Instant created_at, Instant now);

}  // namespace punctual::mail
