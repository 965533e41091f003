#include "load.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "peer.h"

namespace punctual::bench {
namespace {

using Clock = Peer::Clock;

class Run {
 public:
  Run(const Load& load, int server_pid) : load_(load), pid_(server_pid) {
    epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
    for (int i = 0; i < load.connections; ++i) peers_.emplace_back(load.port);
    for (std::size_t i = 0; i < peers_.size(); ++i) {
      epoll_event interest{.events = EPOLLIN, .data = {.u64 = i}};
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, peers_[i].socket(), &interest);
    }
  }
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;
  ~Run() { ::close(epoll_); }

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
    out_.latencies = waits_.summary();
    return out_;
  }

 private:
  void ask(Peer& peer) {
    peer.ask(load_.requests[next_++ % load_.requests.size()], Clock::now());
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
    if (!peer.hear()) return;
    --waiting_;
    answered(peer);
    if (!ended_) ask(peer);
  }

  void answered(const Peer& peer) {
    if (peer.status() != load_.expected_status) {
      if (out_.other++ == 0) out_.first_other = peer.reply();
      return;
    }
    ++out_.all;
    if (!counting_) return;
    ++out_.expected;
    waits_.add(Clock::now() - peer.since());
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
  Waits waits_;
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
