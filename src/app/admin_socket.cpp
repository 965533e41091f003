#include "app/admin_socket.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <thread>

namespace punctual::app {

namespace {

constexpr std::size_t longest_line = 64 * 1024;
constexpr int answer_time_ms = 10'000;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }

 private:
  int number_;
};

[[noreturn]] void fail(const char* doing) {
  throw std::system_error(errno, std::generic_category(), doing);
}

sockaddr_un address_of(const std::filesystem::path& folder) {
  const std::string path = (folder / "admin.sock").string();
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    errno = ENAMETOOLONG;
    fail("the data folder's path is too long for its admin socket; use one of fewer than 90 characters");
  }
  path.copy(address.sun_path, path.size());
  return address;
}

/// Everything up to the first line feed; an empty text when the other side went away or took too long.
std::string read_line(int from) {
  std::string line;
  char part[4096];
  while (line.size() < longest_line) {
    pollfd waiting{from, POLLIN, 0};
    if (::poll(&waiting, 1, answer_time_ms) <= 0) return {};
    const auto count = ::recv(from, part, sizeof part, 0);
    if (count <= 0) return {};
    line.append(part, static_cast<std::size_t>(count));
    if (const auto end = line.find('\n'); end != std::string::npos) return line.substr(0, end);
  }
  return {};
}

bool write_line(int to, std::string line) {
  line += '\n';
  for (std::size_t sent = 0; sent < line.size();) {
    const auto count = ::send(to, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace

struct AdminSocket::State {
  std::filesystem::path path;
  Handler handler;
  Descriptor listening{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  Descriptor ending{::eventfd(0, EFD_CLOEXEC)};
  std::thread thread;

  State(const std::filesystem::path& folder, Handler its_handler)
      : path(folder / "admin.sock"), handler(std::move(its_handler)) {
    const sockaddr_un address = address_of(folder);
    ::unlink(path.c_str());  // left by a desk that was killed; the folder's lock is ours
    if (::bind(listening.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
        ::chmod(path.c_str(), 0600) != 0 || ::listen(listening.get(), 8) != 0)
      fail("the admin socket in the data folder cannot be opened");
  }

  void run() {
    while (true) {
      pollfd waiting[] = {{listening.get(), POLLIN, 0}, {ending.get(), POLLIN, 0}};
      if (::poll(waiting, 2, -1) < 0 && errno != EINTR) return;
      if (waiting[1].revents) return;
      if (!waiting[0].revents) continue;
      const Descriptor caller(::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC));
      if (caller.get() < 0) continue;
      if (const auto line = read_line(caller.get()); !line.empty()) write_line(caller.get(), handler(line));
    }
  }
};

AdminSocket::AdminSocket(const std::filesystem::path& folder, Handler handler)
    : state_(std::make_unique<State>(folder, std::move(handler))) {
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

AdminSocket::~AdminSocket() {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto told = ::write(state_->ending.get(), &one, sizeof one);
  state_->thread.join();
  ::unlink(state_->path.c_str());
}

std::optional<std::string> ask_running_desk(const std::filesystem::path& folder, const std::string& line) {
  const sockaddr_un address = address_of(folder);
  const Descriptor desk(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (::connect(desk.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    return std::nullopt;
  if (!write_line(desk.get(), line)) return std::nullopt;
  auto answer = read_line(desk.get());
  if (answer.empty()) return std::nullopt;
  return answer;
}

}  // namespace punctual::app
