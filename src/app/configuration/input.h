#pragma once

#include <expected>
#include <string>

namespace punctual::app {

/// The whole file; "-" is standard input. Else what is wrong.
std::expected<std::string, std::string> read_whole(const std::string& path);
/// In place of what stands there, whole or not at all. Nothing when written; else what is wrong.
std::string write_whole(const std::string& path, const std::string& content);

}  // namespace punctual::app
