#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_set>

#include "web/http/asio.h"
#include "web/http/descriptor.h"
#include "web/http/inbox.h"
#include "web/http/parts.h"

namespace punctual::web {

class Connection;

/// One thread with its io_context and the connections that live on it. No connection ever changes thread, so
/// none of their state is locked.
class IoThread {
 public:
  explicit IoThread(Parts& parts);
  ~IoThread();

  // From any thread:
  void start();
  /// Serves an accepted socket that has been counted in the occupancy.
  void adopt(Descriptor socket, const Address& peer);
  /// Every stream reads soon; at most so often, however many commits there are.
  void wake_streams();
  /// Connections that rest are closed, streams end, the others finish what they do.
  void wind_down();
  /// Closes every socket.
  void cut();
  void join();

  // From this thread:
  asio::io_context& context() { return context_; }
  const std::shared_ptr<Inbox>& inbox() const { return inbox_; }
  bool ending() const { return ending_; }
  std::string_view date(Instant now);
  void enter(Connection& connection) { connections_.insert(&connection); }
  void leave(Connection& connection) { connections_.erase(&connection); }
  void stream_begins(Connection& connection) { streams_.insert(&connection); }
  void stream_ends(Connection& connection) { streams_.erase(&connection); }

 private:
  void deliver();
  void sweep();
  void ring_streams();

  Parts& parts_;
  std::unordered_set<Connection*> connections_;
  std::unordered_set<Connection*> streams_;
  bool ending_ = false;
  Instant dated_{};
  std::string date_;
  std::vector<std::shared_ptr<Exchange>> delivered_;
  std::atomic<bool> waking_ = false;
  Clock::time_point rung_at_{};
  std::shared_ptr<Inbox> inbox_;
  // Its destruction ends the connections that were left, which still speak of the members above.
  asio::io_context context_;
  Timer sweeping_;
  Timer ringing_;
  std::thread thread_;
};

}  // namespace punctual::web
