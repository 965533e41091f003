#include "app/folder.h"

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "desk/backup/layout.h"
#include "store/crypto/digest.h"

namespace punctual::app {

namespace {

using desk::key_bytes;

[[noreturn]] void fail(const std::filesystem::path& path, const char* doing) {
  throw std::system_error(errno, std::generic_category(), path.string() + ": " + doing);
}

class File {
 public:
  File(const std::filesystem::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

std::string make_key(const std::filesystem::path& path) {
  const std::string key = store::random_bytes(key_bytes);
  // Complete under another name first: a key cut short by a crash would lock everybody out of their links.
  const auto draft = path.string() + ".new";
  {
    const File file(draft, O_WRONLY | O_CREAT | O_TRUNC);
    if (file.number() < 0) fail(draft, "cannot be written");
    if (::write(file.number(), key.data(), key.size()) != static_cast<ssize_t>(key.size()) ||
        ::fsync(file.number()) != 0)
      fail(draft, "cannot be written");
  }
  std::filesystem::rename(draft, path);
  const File folder(path.parent_path(), O_RDONLY | O_DIRECTORY);
  ::fsync(folder.number());
  return key;
}

}  // namespace

std::optional<std::string> owned_by_another(const std::filesystem::path& path) {
  struct stat is{};
  if (::geteuid() != 0 || ::stat(path.c_str(), &is) != 0 || is.st_uid == 0) return std::nullopt;
  const auto* owner = ::getpwuid(is.st_uid);
  const auto name = owner ? owner->pw_name : "#" + std::to_string(is.st_uid);
  return path.string() + " is " + name + "'s, and root would leave files in it that " + name +
         " may not read; say it as they would: runuser -u " + name + " -- punctual …";
}

std::optional<DataFolder> DataFolder::hold(const std::filesystem::path& path) {
  if (const auto theirs = owned_by_another(path)) throw std::runtime_error(*theirs);
  std::error_code error;
  if (std::filesystem::create_directories(path, error)) ::chmod(path.c_str(), 0700);
  if (error || !std::filesystem::is_directory(path))
    throw std::runtime_error(path.string() + ": cannot be the data folder: " +
                             (error ? error.message() : std::string("it is no folder")) +
                             "; name one the desk may make and write in with --data DIR");
  const auto lock_path = path / "desk.lock";
  const int lock = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock < 0) fail(lock_path, "cannot be opened; the desk needs to write in its data folder");
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return std::nullopt;
  }
  return DataFolder(std::filesystem::absolute(path), lock);
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder::~DataFolder() {
  if (lock_ >= 0) ::close(lock_);
}

std::string DataFolder::key() const {
  const auto path = path_ / "desk.key";
  const File file(path, O_RDONLY);
  if (file.number() < 0) return make_key(path);
  std::string key(key_bytes + 1, '\0');
  const auto length = ::read(file.number(), key.data(), key.size());
  if (length != static_cast<ssize_t>(key_bytes))
    throw std::runtime_error(path.string() + ": has not 32 bytes; restore it from a backup");
  key.resize(key_bytes);
  return key;
}

}  // namespace punctual::app
