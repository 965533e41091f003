#include "app/clock.h"

namespace punctual::app {

Instant system_now() {
  return std::chrono::floor<Seconds>(std::chrono::system_clock::now());
}

}  // namespace punctual::app
