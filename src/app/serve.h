#pragma once

#include "app/config.h"

namespace punctual::app {

enum class Demo { no, yes };

/// The whole life of the desk's process, until SIGTERM or SIGINT. The exit status: 0 after a clean stop, 1
/// where it could not start (said on standard error with the remedy).
int serve(const Config& config, Demo demo);

}  // namespace punctual::app
