#include "open_load.h"

#include <sys/epoll.h>
#include <unistd.h>

#include <array>
#include <deque>
#include <stdexcept>
#include <vector>

#include "peer.h"

namespace punctual::bench {

namespace {

using Clock = Peer::Clock;

constexpr std::size_t most_peers = 1000;

class OpenRun {
 public:
  explicit OpenRun(const OpenLoad& load) : load_(load), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {}
  OpenRun(const OpenRun&) = delete;
  OpenRun& operator=(const OpenRun&) = delete;
  ~OpenRun() { ::close(epoll_); }

  Latencies go() {
    const auto start = Clock::now();
    count_from_ = start + load_.warm_up;
    const auto end = count_from_ + load_.time;
    const auto pace = std::chrono::nanoseconds{std::chrono::seconds{1}} / load_.per_second;
    for (auto due = start; due < end;) {
      if (Clock::now() >= due) {
        send(due);
        due += pace;
      } else {
        turn(due);
      }
    }
    while (free_.size() < peers_.size()) turn(Clock::now() + std::chrono::seconds{10});
    return waits_.summary();
  }

 private:
  void send(Clock::time_point due) {
    if (free_.empty()) {
      if (peers_.size() == most_peers) throw std::runtime_error("the server is 1,000 requests behind");
      Peer& made = peers_.emplace_back(load_.port);
      epoll_event interest{.events = EPOLLIN, .data = {.ptr = &made}};
      ::epoll_ctl(epoll_, EPOLL_CTL_ADD, made.socket(), &interest);
      free_.push_back(&made);
    }
    Peer* peer = free_.back();
    free_.pop_back();
    peer->ask(load_.next(), due);
  }

  /// Reads what has come, until then at the latest.
  void turn(Clock::time_point until) {
    const auto left = std::max(until - Clock::now(), Clock::duration::zero());
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(left);
    const timespec wait{seconds.count(), (left - seconds).count()};
    std::array<epoll_event, 64> events;
    const int count = ::epoll_pwait2(epoll_, events.data(), static_cast<int>(events.size()), &wait, nullptr);
    for (int i = 0; i < count; ++i) hear(*static_cast<Peer*>(events[static_cast<std::size_t>(i)].data.ptr));
  }

  void hear(Peer& peer) {
    if (!peer.hear()) return;
    if (peer.status() != load_.expected_status)
      throw std::runtime_error("another answer than expected: " + peer.reply().substr(0, 600));
    if (peer.since() >= count_from_) waits_.add(Clock::now() - peer.since());
    free_.push_back(&peer);
  }

  const OpenLoad& load_;
  int epoll_;
  std::deque<Peer> peers_;
  std::vector<Peer*> free_;
  Clock::time_point count_from_;
  Waits waits_;
};

}  // namespace

Latencies run_open_load(const OpenLoad& load) {
  return OpenRun(load).go();
}

}  // namespace punctual::bench
