#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>

#include "web/http/address.h"

namespace punctual::web {

/// Which connections are open, so that accepting can refuse and stopping can wait. One network (an IPv4
/// address, an IPv6 /64) may hold only some of them: a stranger who opens and says nothing must not keep
/// the others out. Any thread.
class Occupancy {
 public:
  /// Loopback and the networks of `exempt` are not counted apart: proxies bring many people.
  Occupancy(std::size_t most, std::size_t most_of_network, const Networks& exempt)
      : most_(most), most_of_network_(most_of_network), exempt_(exempt) {}

  /// Counts one more; false, and nothing counted, when there are too many.
  bool enter(const Address& peer);
  void leave(const Address& peer);
  /// True when nobody is left.
  bool wait_empty(std::chrono::steady_clock::time_point until);

 private:
  bool counted_apart(const Address& peer) const { return !peer.loopback() && !exempt_.contains(peer); }

  const std::size_t most_;
  const std::size_t most_of_network_;
  const Networks& exempt_;
  std::mutex mutex_;
  std::condition_variable emptied_;
  std::size_t open_ = 0;
  std::map<Address, std::size_t> of_network_;
};

}  // namespace punctual::web
