#pragma once

#include <string>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::app {

/// What somebody on call needs, in the Prometheus text format.
std::string metrics_text(const desk::Desk& desk, const store::Writer& writer, Instant now);

}  // namespace punctual::app
