#pragma once

#include <filesystem>
#include <string>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::app {

/// What somebody on call needs, in the Prometheus text format; `backups` is where they are made, if anywhere.
std::string metrics_text(const desk::Desk& desk, const store::Writer& writer,
                         const std::filesystem::path& backups, Instant now);

}  // namespace punctual::app
