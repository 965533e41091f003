#include "web/http/upload_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace punctual::web {
namespace {

constexpr std::string_view prefix = "upload-";
constexpr std::size_t buffer_bytes = 32 * 1024;

std::string random_name() {
  return std::string(prefix) + store::to_hex(store::random_bytes(16));
}

[[noreturn]] void fail(const char* doing) {
  throw std::system_error(errno, std::generic_category(), doing);
}

}  // namespace

UploadFile::UploadFile(const std::filesystem::path& folder) : path_(folder / random_name()) {
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor_ < 0) fail("creating a file for an upload");
}

UploadFile::~UploadFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(path_.c_str());
}

void UploadFile::write(std::string_view bytes) {
  size_ += static_cast<std::int64_t>(bytes.size());
  // Text files arrive as two pieces a line, the delimiter being looked for at each line's end.
  buffer_.append(bytes);
  if (buffer_.size() >= buffer_bytes) flush();
}

void UploadFile::flush() {
  std::string_view rest = buffer_;
  hash_.add(rest);
  while (!rest.empty()) {
    const auto written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("writing an upload");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

Upload UploadFile::finish() {
  flush();
  if (::close(std::exchange(descriptor_, -1)) != 0) {
    const int error = errno;
    ::unlink(path_.c_str());
    errno = error;
    fail("closing an upload");
  }
  Upload upload;
  upload.path = path_;
  upload.size = size_;
  upload.sha256 = store::to_hex(store::view(hash_.finish()));
  return upload;
}

void remove_stale_uploads(const std::filesystem::path& folder) {
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    if (entry.path().filename().string().starts_with(prefix)) std::filesystem::remove(entry.path(), ignored);
}

void remove_uploads(const Form& form) {
  for (const auto& upload : form.files) ::unlink(upload.path.c_str());
}

}  // namespace punctual::web
