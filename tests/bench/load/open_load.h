#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "latencies.h"

namespace punctual::bench {

/// Requests that come at their own pace, whether or not the one before is answered: what a wait costs those
/// behind it is in the figures.
struct OpenLoad {
  std::uint16_t port = 0;
  int per_second = 500;
  std::chrono::milliseconds warm_up{1000};  ///< answered, not counted
  std::chrono::milliseconds time{5000};
  int expected_status = 200;
  std::function<std::string()> next;  ///< a complete request
};

/// Waits are counted from when each request was to be sent. Throws std::runtime_error when an answer has
/// another status, the server closes a connection, or falls so far behind that 1,000 wait.
Latencies run_open_load(const OpenLoad& load);

}  // namespace punctual::bench
