#pragma once

#include "domain/time/instant.h"

namespace punctual::app {

/// The only place where the desk looks at a clock; below, `now` is an argument.
Instant system_now();

}  // namespace punctual::app
