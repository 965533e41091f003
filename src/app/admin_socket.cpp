#include "app/admin_socket.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <list>
#include <system_error>
#include <thread>

namespace punctual::app {

namespace {

/// A desk as text is in one line.
constexpr std::size_t longest_line = 32 * 1024 * 1024;
constexpr int question_time_ms = 10'000;
/// A backup says nothing while the disk takes what it wrote.
constexpr int answer_time_ms = 600'000;
constexpr std::size_t most_callers = 8;

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

/// Line after line from the other side.
class Lines {
 public:
  Lines(int from, int time_ms) : from_(from), time_ms_(time_ms) {}

  /// An empty text when the other side went away, took too long or would not end.
  std::string next() {
    char part[4096];
    std::size_t searched = 0;
    while (true) {
      if (const auto end = held_.find('\n', searched); end != std::string::npos) {
        auto line = held_.substr(0, end);
        held_.erase(0, end + 1);
        return line;
      }
      searched = held_.size();
      pollfd waiting{from_, POLLIN, 0};
      if (held_.size() >= longest_line || ::poll(&waiting, 1, time_ms_) <= 0) return {};
      const auto count = ::recv(from_, part, sizeof part, 0);
      if (count <= 0) return {};
      held_.append(part, static_cast<std::size_t>(count));
    }
  }

 private:
  int from_;
  int time_ms_;
  std::string held_;
};

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
  std::atomic<bool> stopping = false;
  std::thread thread;
  struct Caller {
    std::atomic<bool> done = false;
    std::jthread thread;
  };
  std::list<Caller> callers;  ///< of the accepting thread alone; joined with it

  std::string busy;

  State(const std::filesystem::path& folder, Handler its_handler, std::string its_busy)
      : path(folder / "admin.sock"), handler(std::move(its_handler)), busy(std::move(its_busy)) {
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
      const int socket = ::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) continue;
      callers.remove_if([](const Caller& caller) { return caller.done.load(); });
      if (callers.size() >= most_callers) {
        write_line(Descriptor(socket).get(), busy);
        continue;
      }
      auto& caller = callers.emplace_back();
      caller.thread = std::jthread([this, socket, &caller] {
        answer(Descriptor(socket));
        caller.done = true;
      });
    }
  }

  void answer(const Descriptor& caller) {
    const timeval patience{question_time_ms / 1000, 0};  // for who does not read what is said
    ::setsockopt(caller.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const auto line = Lines(caller.get(), question_time_ms).next();
    if (line.empty()) return;
    write_line(caller.get(), handler(line, [&](const std::string& progress) {
                 return !stopping && write_line(caller.get(), progress);
               }));
  }
};

AdminSocket::AdminSocket(const std::filesystem::path& folder, Handler handler, std::string busy)
    : state_(std::make_unique<State>(folder, std::move(handler), std::move(busy))) {
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

void AdminSocket::give_up() {
  state_->stopping = true;
}

AdminSocket::~AdminSocket() {
  give_up();
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto told = ::write(state_->ending.get(), &one, sizeof one);
  state_->thread.join();
  ::unlink(state_->path.c_str());
}

Asked ask_running_desk(const std::filesystem::path& folder, const std::string& line,
                       const std::function<Heard(const std::string&)>& hear) {
  const sockaddr_un address = address_of(folder);
  const Descriptor desk(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (::connect(desk.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return {};
  // Where not all of the question went out nobody has acted on it, but may have said why not.
  const bool asked = write_line(desk.get(), line);
  Lines lines(desk.get(), answer_time_ms);
  for (auto said = lines.next(); !said.empty(); said = lines.next())
    if (hear(said) == Heard::answer) return {Asked::Outcome::answered, std::move(said)};
  return {asked ? Asked::Outcome::unanswered : Asked::Outcome::no_desk, {}};
}

}  // namespace punctual::app
