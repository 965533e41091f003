#include "latencies.h"

#include <algorithm>

namespace punctual::bench {

Latencies Waits::summary() {
  if (microseconds_.empty()) return {};
  std::ranges::sort(microseconds_);
  const auto at = [&](double share) {
    const auto last = static_cast<double>(microseconds_.size() - 1);
    return microseconds_[static_cast<std::size_t>(last * share)] / 1000.0;
  };
  return {.p50_ms = at(0.5), .p99_ms = at(0.99), .most_ms = at(1.0)};
}

}  // namespace punctual::bench
