#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace punctual::bench {

struct Latencies {
  double p50_ms = 0;
  double p99_ms = 0;
  double most_ms = 0;
};

/// What was waited, to the microsecond.
class Waits {
 public:
  void add(std::chrono::steady_clock::duration wait) {
    microseconds_.push_back(
        static_cast<std::uint32_t>(std::chrono::duration_cast<std::chrono::microseconds>(wait).count()));
  }
  Latencies summary();

 private:
  std::vector<std::uint32_t> microseconds_;
};

}  // namespace punctual::bench
