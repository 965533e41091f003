#include "seeded_desk.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace punctual::bench {

namespace {

/// Into the page cache: a disk is not what these benches measure.
void read_once(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::vector<char> piece(1 << 20);
  while (file.read(piece.data(), static_cast<std::streamsize>(piece.size()))) {
  }
}

}  // namespace

std::filesystem::path seeded_desk(const std::string& program, const std::filesystem::path& parent,
                                  std::int64_t tickets) {
  const auto made = parent / ("desk-" + std::to_string(tickets));
  if (std::filesystem::exists(made)) {
    read_once(made / "desk.sqlite");
    return made;
  }
  std::filesystem::create_directories(parent);
  auto draft = made;
  draft += ".making";
  std::filesystem::remove_all(draft);
  const std::string command =
      program + " seed --tickets " + std::to_string(tickets) + " --data " + draft.string() + " 1>&2";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("not made: " + command);
  std::filesystem::rename(draft, made);
  return made;
}

}  // namespace punctual::bench
