#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "domain/time/instant.h"

namespace punctual::desk {

/// What a backup says of itself, written last: a folder without one is no backup.
struct Manifest {
  Instant made_at{};
  std::string database_sha256;  ///< hex
  std::int64_t database_bytes = 0;
  std::string key_sha256;
  std::int64_t tickets = 0;
  std::int64_t blobs = 0;
  std::int64_t blob_bytes = 0;
};

std::string to_json(const Manifest& manifest);
/// The error names the file, what is wrong and what to do.
std::expected<Manifest, std::string> read_manifest(const std::filesystem::path& file);

}  // namespace punctual::desk
