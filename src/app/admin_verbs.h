#pragma once

#include <expected>
#include <string>

#include "app/config.h"
#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::app {

/// What a verb asks of the desk that holds the folder, as one JSON line, and its answer: {"result":…} or
/// {"error":…}.
std::string admin_answer(const std::string& line, store::Writer& writer);

// The verbs: what to print, or what is wrong. They ask the running desk; where none holds the folder, they
// open it.

/// The token, this once.
std::expected<std::string, std::string> create_token(const Config& config, const std::string& mail,
                                                     const std::string& note);
/// The tokens that work, a line each: id, whose, since and until when, note.
std::expected<std::string, std::string> list_tokens(const Config& config);
std::expected<std::string, std::string> revoke_token(const Config& config, std::int64_t id);

}  // namespace punctual::app
