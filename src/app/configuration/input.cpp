#include "app/configuration/input.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "app/configuration/configuration_file.h"

namespace punctual::app {

namespace {

std::string all_of(std::istream& from) {
  std::string text;
  char part[64 * 1024];
  while (text.size() <= longest_configuration && (from.read(part, sizeof part) || from.gcount() > 0))
    text.append(part, static_cast<std::size_t>(from.gcount()));
  return text;
}

}  // namespace

std::expected<std::string, std::string> read_file(const std::string& path, std::string_view remedy) {
  std::error_code error;
  const bool there = std::filesystem::is_regular_file(path, error);
  if (std::filesystem::is_directory(path, error))
    return std::unexpected(fmt::format("{}: is a folder; {}", path, remedy));
  if (!there && error != std::errc::permission_denied)
    return std::unexpected(fmt::format("{}: there is no such file; {}", path, remedy));
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::unexpected(path + ": may not be read by who says this; give them the right to");
  return all_of(file);
}

std::expected<std::string, std::string> read_whole(const std::string& path) {
  if (path == "-") return all_of(std::cin);
  return read_file(path, "name the desk's configuration, or - to read it from standard input");
}

std::string write_whole(const std::string& path, const std::string& content) {
  const std::string draft = path + ".new";
  std::ofstream file(draft, std::ios::binary | std::ios::trunc);
  file << content;
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(draft, path, error);
  if (file && !error) return {};
  std::filesystem::remove(draft, error);
  return path + ": cannot be written; name a place where you may write, or - for standard output";
}

}  // namespace punctual::app
