#pragma once

#include <expected>
#include <string>
#include <string_view>

namespace punctual::app {

/// The whole file. Else what is wrong: "PATH: there is no such file; REMEDY", or that it may not be read.
std::expected<std::string, std::string> read_file(const std::string& path, std::string_view remedy);
/// The desk's configuration, whole; "-" is standard input. Else what is wrong.
std::expected<std::string, std::string> read_whole(const std::string& path);
/// In place of what stands there, whole or not at all. Nothing when written; else what is wrong.
std::string write_whole(const std::string& path, const std::string& content);

}  // namespace punctual::app
