#include "store/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#include "store/crypto/hash_stream.h"

namespace punctual::store {

namespace {

constexpr std::size_t at_once = 1 << 20;
/// A long file is brought to disk in parts: all of it at the end could not be given up.
constexpr std::int64_t on_disk_each = 64 << 20;

bool always() {
  return true;
}

[[noreturn]] void fail(const std::filesystem::path& path, const char* doing) {
  throw std::system_error(errno, std::generic_category(), path.string() + ": " + doing);
}

[[noreturn]] void fail_reading(const std::filesystem::path& path, const char* doing) {
  throw Unreadable(errno, std::generic_category(), path.string() + ": " + doing);
}

class File {
 public:
  File(const std::filesystem::path& path, int flags) : path_(path) {
    number_ = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
    if (number_ < 0 && errno == ELOOP) fail_reading(path_, "cannot be opened, it is a link");
    if (number_ < 0 && (flags & O_ACCMODE) == O_RDONLY) fail_reading(path_, "cannot be opened");
    if (number_ < 0) fail(path_, "cannot be opened");
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::close(number_); }

  /// Less than asked at the end alone.
  std::string_view read(std::vector<char>& into) const {
    std::size_t filled = 0;
    while (filled < into.size()) {
      const auto count = ::read(number_, into.data() + filled, into.size() - filled);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail_reading(path_, "cannot be read");
      if (count == 0) break;
      filled += static_cast<std::size_t>(count);
    }
    return {into.data(), filled};
  }
  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto count = ::write(number_, bytes.data(), bytes.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail(path_, "cannot be written");
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void sync() const {
    if (::fsync(number_) != 0) fail(path_, "cannot be brought to disk");
  }

 protected:
  std::filesystem::path path_;
  int number_ = -1;
};

/// A file that is read: no link, and nothing that never ends or has to be waited for.
struct Source : File {
  explicit Source(const std::filesystem::path& path) : File(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK) {
    struct stat facts{};
    if (::fstat(number_, &facts) != 0) fail_reading(path_, "cannot be read");
    if (S_ISREG(facts.st_mode)) return;
    errno = S_ISDIR(facts.st_mode) ? EISDIR : EINVAL;
    fail_reading(path_, "cannot be read, it is no regular file");
  }
};

std::optional<FileFacts> read_all(const File& file, const File* copy, const GoOn& go_on,
                                  std::int64_t at_most) {
  FileFacts facts;
  HashStream hash;
  std::vector<char> buffer(at_once);
  for (auto part = file.read(buffer); !part.empty() && facts.size <= at_most; part = file.read(buffer)) {
    if (!go_on()) return std::nullopt;
    hash.add(part);
    if (copy) copy->write(part);
    facts.size += static_cast<std::int64_t>(part.size());
    if (copy && facts.size % on_disk_each == 0) copy->sync();
  }
  facts.sha256 = hash.finish();
  return facts;
}

}  // namespace

void sync_to_disk(const std::filesystem::path& path) {
  File(path, O_RDONLY).sync();
}

FileFacts facts_of(const std::filesystem::path& file, std::int64_t at_most) {
  return facts_of(file, always, at_most).value();
}

std::optional<FileFacts> facts_of(const std::filesystem::path& file, const GoOn& go_on,
                                  std::int64_t at_most) {
  return read_all(Source(file), nullptr, go_on, at_most);
}

FileFacts copy_file(const std::filesystem::path& from, const std::filesystem::path& to,
                    std::int64_t at_most) {
  return copy_file(from, to, always, at_most).value();
}

std::optional<FileFacts> copy_file(const std::filesystem::path& from, const std::filesystem::path& to,
                                   const GoOn& go_on, std::int64_t at_most) {
  const Source source(from);
  const File target(to, O_WRONLY | O_CREAT | O_EXCL);
  const auto facts = read_all(source, &target, go_on, at_most);
  if (facts) target.sync();
  return facts;
}

std::string read_file(const std::filesystem::path& file, std::size_t at_most) {
  std::vector<char> buffer(at_most);
  return std::string(Source(file).read(buffer));
}

void write_file(const std::filesystem::path& to, std::string_view bytes) {
  const File target(to, O_WRONLY | O_CREAT | O_EXCL);
  target.write(bytes);
  target.sync();
}

}  // namespace punctual::store
