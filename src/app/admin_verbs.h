#pragma once

#include <expected>
#include <string>

#include "app/config.h"
#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::app {

/// What a verb asks of the desk that holds the folder, as one JSON line, and its answer: {"result":…} or
/// {"error":…}.
std::string admin_answer(const std::string& line, const desk::Desk& desk, store::Writer& writer);

/// `token create`: the token, or why there is none. Asks the running desk; where none holds the folder, opens
/// it.
std::expected<std::string, std::string> create_token(const Config& config, const std::string& mail,
                                                     const std::string& note);

}  // namespace punctual::app
