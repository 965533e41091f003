#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "store/crypto/hash_stream.h"
#include "web/http/request.h"

namespace punctual::web {

/// A temporary file of our own naming, hashed while it is written; removed unless finished.
class UploadFile {
 public:
  /// Throws std::system_error, as do write and finish.
  explicit UploadFile(const std::filesystem::path& folder);
  UploadFile(const UploadFile&) = delete;
  UploadFile& operator=(const UploadFile&) = delete;
  ~UploadFile();

  void write(std::string_view bytes);
  /// Path, size and hash; the file is the caller's now.
  Upload finish();

 private:
  void flush();

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::int64_t size_ = 0;
  std::string buffer_;
  store::HashStream hash_;
};

/// Removes what a process that was killed left behind. Call before the first upload.
void remove_stale_uploads(const std::filesystem::path& folder);

/// Removes the files the handler did not move.
void remove_uploads(const Form& form);

}  // namespace punctual::web
