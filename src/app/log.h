#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace punctual::app {

/// How lines are written: for people, or for programs, a JSON object with `at`, `part` and `message` each.
enum class LogFormat { text, json };

/// Before the first line; text where it is never called.
void write_log_as(LogFormat format);

/// One line on standard error with the instant in front; whole lines, from any thread. Never message text,
/// addresses or secrets (SECURITY 20).
void log_line(std::string_view text);

/// The same for a part of the desk, which is named: "timers", "mail", "writer", "backup", "http".
std::function<void(std::string_view)> log_of(std::string part);

/// The line without its end, as it is written.
std::string log_entry(LogFormat format, std::string_view at, std::string_view part, std::string_view message);

}  // namespace punctual::app
