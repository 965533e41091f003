#include "app/configuration/input.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

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

std::expected<std::string, std::string> read_whole(const std::string& path) {
  if (path == "-") return all_of(std::cin);
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error))
    return std::unexpected(path +
                           ": there is no such file; name the desk's configuration, or - to read it from "
                           "standard input");
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::unexpected(path + ": cannot be read; give yourself the right to");
  return all_of(file);
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
