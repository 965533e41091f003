#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/time/instant.h"

namespace punctual::web {

/// At most `most` of something a key within `window`, counted in fixed windows. Bounded memory: of 100,000
/// keys those are dropped that are over, then the half with the lowest counts, so that a flood of new keys
/// does not give a used-up one its tries back. Any thread.
class RateLimit {
 public:
  RateLimit(int most, Seconds window) : most_(most), window_(window) {}
  /// Counts `amount`; false, and nothing counted, when that would be too many.
  bool allow(std::string_view key, Instant now, int amount = 1);
  /// One more, of so many from now on.
  bool allow_of(int most, std::string_view key, Instant now);
  void forget(std::string_view key);

 private:
  struct Window {
    Instant began{};
    int count = 0;
  };
  Window& window_of(std::string_view key, Instant now);
  void make_room(Instant now);
  bool count(std::string_view key, Instant now, int amount);
  int most_;
  const Seconds window_;
  std::mutex mutex_;
  std::unordered_map<std::string, Window> windows_;
};

/// The network an address stands for: IPv4 as it is, IPv6 its /64.
std::string network_of(std::string_view address);

}  // namespace punctual::web
