#include "app/log.h"

#include <unistd.h>

#include <string>

#include "app/clock.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {

void log_line(std::string_view text) {
  std::string line = format_rfc3339(system_now());
  line += ' ';
  line += text;
  line += '\n';
  // One write is one line, whoever else writes.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace punctual::app
