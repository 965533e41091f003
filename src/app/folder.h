#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace punctual::app {

/// Whose a folder is, where root would leave files in it that its owner, the user of the service, may not
/// read: the problem with its remedy. Nothing for anybody else, or where there is no folder.
std::optional<std::string> owned_by_another(const std::filesystem::path& path);

/// The data folder, held by one process at a time through a lock on `desk.lock`.
class DataFolder {
 public:
  /// Creates the folder (0700) where it is missing. Nothing when another process holds it. Throws
  /// std::runtime_error naming the path.
  static std::optional<DataFolder> hold(const std::filesystem::path& path);
  DataFolder(DataFolder&& other) noexcept;
  DataFolder& operator=(DataFolder&&) = delete;
  ~DataFolder();

  const std::filesystem::path& path() const { return path_; }
  /// The folder's own secret, 32 bytes in `desk.key` (0600); made where it is missing.
  std::string key() const;

 private:
  DataFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace punctual::app
