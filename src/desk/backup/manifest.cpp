#include "desk/backup/manifest.h"

#include <boost/describe.hpp>

#include "store/files.h"
#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::desk {

namespace {

constexpr int this_format = 1;
constexpr std::size_t longest = 64 * 1024;

struct ManifestJson {
  int format = this_format;
  Instant made_at{};
  std::string database_sha256;
  std::int64_t database_bytes = 0;
  std::string key_sha256;
  std::int64_t tickets = 0;
  std::int64_t blobs = 0;
  std::int64_t blob_bytes = 0;
};
BOOST_DESCRIBE_STRUCT(ManifestJson, (),
                      (format, made_at, database_sha256, database_bytes, key_sha256, tickets, blobs,
                       blob_bytes))

}  // namespace

std::string to_json(const Manifest& manifest) {
  return json::to_json(ManifestJson{this_format, manifest.made_at, manifest.database_sha256,
                                    manifest.database_bytes, manifest.key_sha256, manifest.tickets,
                                    manifest.blobs, manifest.blob_bytes}) +
         "\n";
}

std::expected<Manifest, std::string> read_manifest(const std::filesystem::path& file) {
  std::string text;
  try {
    text = store::read_file(file, longest);
  } catch (const store::Unreadable& error) {
    if (error.code() == std::errc::no_such_file_or_directory)
      return std::unexpected(file.string() + ": is missing, so this is no complete backup; name another");
    return std::unexpected(std::string(error.what()) + "; use another backup");
  }
  const auto json = json::from_json<ManifestJson>(text);
  if (!json) return std::unexpected(file.string() + ": cannot be read; use another backup");
  if (json->format != this_format)
    return std::unexpected(file.string() + ": was written by a newer desk; use that one's punctual");
  return Manifest{json->made_at, json->database_sha256, json->database_bytes, json->key_sha256,
                  json->tickets, json->blobs,           json->blob_bytes};
}

}  // namespace punctual::desk
