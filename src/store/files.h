#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "store/crypto/digest.h"

namespace punctual::store {

// All of them throw std::system_error that names the path.

/// Has what the file or folder holds on disk before it returns.
void sync_to_disk(const std::filesystem::path& path);

struct FileFacts {
  std::int64_t size = 0;
  Sha256 sha256{};
};
FileFacts facts_of(const std::filesystem::path& file);
/// Copies to a file that is not there yet (0600), has it on disk and says what it copied.
FileFacts copy_file(const std::filesystem::path& from, const std::filesystem::path& to);
/// The same for bytes at hand.
void write_file(const std::filesystem::path& to, std::string_view bytes);

}  // namespace punctual::store
