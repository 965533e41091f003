#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace punctual::bench {

/// Throws what the system said of the last call.
[[noreturn]] void fail(const std::string& what);

/// One kept-alive connection that sends a request and reads its answer whole. Throws std::runtime_error when
/// it cannot connect or the server closes it.
class Peer {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Peer(std::uint16_t port);
  Peer(Peer&& other) noexcept;
  Peer& operator=(Peer&&) = delete;
  ~Peer();

  int socket() const { return socket_; }
  /// `since` is when it should have been sent: an answer takes until then what it takes.
  void ask(std::string_view request, Clock::time_point since);
  /// Reads what has come; true once the answer is complete.
  bool hear();
  int status() const;
  const std::string& reply() const { return reply_; }
  Clock::time_point since() const { return since_; }

 private:
  int socket_ = -1;
  std::string reply_;
  std::size_t whole_ = 0;  // bytes the reply has when complete; 0: its head has not arrived
  Clock::time_point since_;
};

}  // namespace punctual::bench
