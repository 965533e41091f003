#include "load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace punctual::bench {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what) {
  throw std::runtime_error(what + ": " + std::strerror(errno));
}

struct Peer {
  int socket = -1;
  std::string reply;
  std::size_t whole = 0;  ///< bytes the reply has when complete; 0: its head has not arrived
  Clock::time_point sent;
};

int connect_to(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) fail("connecting");
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

std::size_t content_length(std::string_view head) {
  constexpr std::string_view name = "\r\nContent-Length: ";
  const auto at = head.find(name);
  if (at == std::string_view::npos) return 0;
  std::size_t length = 0;
  std::from_chars(head.data() + at + name.size(), head.data() + head.size(), length);
  return length;
}

class Run {
 public:
  Run(const Load& load, int server_pid) : load_(load), pid_(server_pid), peers_(load.connections) {
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    for (std::size_t i = 0; i < peers_.size(); ++i) {
      peers_[i].socket = connect_to(load.port);
      epoll_event interest{.events = EPOLLIN, .data = {.u64 = i}};
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, peers_[i].socket, &interest);
    }
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() {
    for (const Peer& peer : peers_) ::close(peer.socket);
    ::close(epoll_);
  }

  Answered go() {
    now_ = Clock::now();
    const auto count_from = now_ + load_.warm_up;
    const auto end = count_from + load_.time;
    for (Peer& peer : peers_) ask(peer);
    while (waiting_ > 0) {
      if (!counting_ && !ended_ && now_ >= count_from) begin_counting();
      if (counting_ && now_ >= end) end_counting();
      turn();
    }
    summarise();
    return out_;
  }

 private:
  void ask(Peer& peer) {
    const std::string& request = load_.requests[next_++ % load_.requests.size()];
    peer.reply.clear();
    peer.whole = 0;
    peer.sent = Clock::now();
    const auto sent = ::send(peer.socket, request.data(), request.size(), MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(request.size())) fail("sending a request");
    ++waiting_;
  }

  void turn() {
    std::array<epoll_event, 256> events;
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 10'000);
    if (count == 0) throw std::runtime_error("the server has been silent for ten seconds");
    now_ = Clock::now();
    for (int i = 0; i < count; ++i) hear(peers_[events[static_cast<std::size_t>(i)].data.u64]);
  }

  void hear(Peer& peer) {
    std::array<char, 16 * 1024> bytes;
    const auto count = ::recv(peer.socket, bytes.data(), bytes.size(), 0);
    if (count <= 0) fail("the server closed a connection");
    peer.reply.append(bytes.data(), static_cast<std::size_t>(count));
    if (peer.whole == 0) {
      const auto head = peer.reply.find("\r\n\r\n");
      if (head == std::string::npos) return;
      peer.whole = head + 4 + content_length(std::string_view(peer.reply).substr(0, head + 4));
    }
    if (peer.reply.size() < peer.whole) return;
    --waiting_;
    answered(peer);
    if (!ended_) ask(peer);
  }

  void answered(const Peer& peer) {
    int status = 0;
    std::from_chars(peer.reply.data() + 9, peer.reply.data() + 12, status);
    if (status != load_.expected_status) {
      if (out_.other++ == 0) out_.first_other = peer.reply;
      return;
    }
    ++out_.all;
    if (!counting_) return;
    ++out_.expected;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - peer.sent);
    microseconds_.push_back(static_cast<std::uint32_t>(took.count()));
  }

  void begin_counting() {
    counting_ = true;
    counted_from_ = Clock::now();
    cpu_from_ = cpu_seconds(pid_);
  }

  void end_counting() {
    counting_ = false;
    ended_ = true;
    out_.seconds = std::chrono::duration<double>(Clock::now() - counted_from_).count();
    out_.server_cpu_seconds = cpu_seconds(pid_) - cpu_from_;
  }

  void summarise() {
    if (microseconds_.empty()) return;
    std::ranges::sort(microseconds_);
    const auto at = [&](double share) {
      const auto last = static_cast<double>(microseconds_.size() - 1);
      return microseconds_[static_cast<std::size_t>(last * share)] / 1000.0;
    };
    out_.latencies = {.p50_ms = at(0.5), .p99_ms = at(0.99), .most_ms = at(1.0)};
  }

  const Load& load_;
  int pid_;
  std::vector<Peer> peers_;
  int epoll_ = -1;
  std::size_t next_ = 0;
  std::size_t waiting_ = 0;
  bool counting_ = false;
  bool ended_ = false;
  Clock::time_point now_;
  Clock::time_point counted_from_;
  double cpu_from_ = 0;
  std::vector<std::uint32_t> microseconds_;
  Answered out_;
};

}  // namespace

Answered run_load(const Load& load, int server_pid) {
  return Run(load, server_pid).go();
}

double cpu_seconds(int pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(file, line);
  // The program's name stands in brackets and may hold spaces; user and system time are the 12th and 13th
  // after it.
  const auto bracket = line.rfind(')');
  if (bracket == std::string::npos) return 0;
  std::string_view rest = std::string_view(line).substr(bracket + 2);
  double ticks = 0;
  for (int field = 0; field <= 12; ++field) {
    const auto end = rest.find(' ');
    if (field >= 11) ticks += std::stod(std::string(rest.substr(0, end)));
    rest.remove_prefix(end + 1);
  }
  return ticks / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

}  // namespace punctual::bench
