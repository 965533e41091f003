#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/time/instant.h"

namespace punctual::web {

/// At most `most` of something a key within `window`, counted in fixed windows; bounded memory: at 100,000
/// keys the old ones are dropped. Any thread.
class RateLimit {
 public:
  RateLimit(int most, Seconds window) : most_(most), window_(window) {}
  /// Counts one; false when there were too many already.
  bool allow(std::string_view key, Instant now);
  /// Whether one more would be allowed, without counting it.
  bool has_room(std::string_view key, Instant now);
  void forget(std::string_view key);

 private:
  struct Window {
    Instant began{};
    int count = 0;
  };
  Window& window_of(std::string_view key, Instant now);
  const int most_;
  const Seconds window_;
  std::mutex mutex_;
  std::unordered_map<std::string, Window> windows_;
};

/// The network an address stands for: IPv4 as it is, IPv6 its /64.
std::string network_of(std::string_view address);

}  // namespace punctual::web
