#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
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

struct FileFacts {
  std::int64_t size = 0;
  Sha256 sha256{};
};
FileFacts facts_of(const std::filesystem::path& file);
std::optional<FileFacts> facts_of(const std::filesystem::path& file, const GoOn& go_on);
/// Copies to a file that is not there yet (0600), has it on disk and says what it copied.
FileFacts copy_file(const std::filesystem::path& from, const std::filesystem::path& to);
std::optional<FileFacts> copy_file(const std::filesystem::path& from, const std::filesystem::path& to,
                                   const GoOn& go_on);
/// The same for bytes at hand.
void write_file(const std::filesystem::path& to, std::string_view bytes);

}  // namespace punctual::store
