#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include "store/crypto/digest.h"

namespace punctual::store {

// All of them throw std::system_error that names the path; Unreadable where the file that is read is to
// blame.
struct Unreadable : std::system_error {
  using system_error::system_error;
};

/// Asked before each part of a file that may be long; false gives up.
using GoOn = std::function<bool()>;

/// Has what the file or folder holds on disk before it returns.
void sync_to_disk(const std::filesystem::path& path);

// What is read may lie in a folder of somebody else's making: only a regular file is read, a link is not
// followed, and reading ends where a file has more than `at_most` bytes; its size says so.

inline constexpr std::int64_t any_size = std::numeric_limits<std::int64_t>::max();

struct FileFacts {
  std::int64_t size = 0;
  Sha256 sha256{};
};
FileFacts facts_of(const std::filesystem::path& file, std::int64_t at_most = any_size);
std::optional<FileFacts> facts_of(const std::filesystem::path& file, const GoOn& go_on,
                                  std::int64_t at_most = any_size);
/// Copies to a file that is not there yet (0600), has it on disk and says what it copied.
FileFacts copy_file(const std::filesystem::path& from, const std::filesystem::path& to,
                    std::int64_t at_most = any_size);
std::optional<FileFacts> copy_file(const std::filesystem::path& from, const std::filesystem::path& to,
                                   const GoOn& go_on, std::int64_t at_most = any_size);
/// Its bytes, at most so many.
std::string read_file(const std::filesystem::path& file, std::size_t at_most);
/// The same for bytes at hand.
void write_file(const std::filesystem::path& to, std::string_view bytes);

}  // namespace punctual::store
