#pragma once

#include "domain/time/instant.h"

namespace punctual {

/// Time that a clock does not count though the hours are open. One that still runs closes at Instant::max().
struct Pause {
  enum class Why { waiting_on_client, resolved };
  Interval time;
  Why why = Why::waiting_on_client;
  bool operator==(const Pause&) const = default;
};

}  // namespace punctual
