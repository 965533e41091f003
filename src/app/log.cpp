#include "app/log.h"

#include <unistd.h>

#include <atomic>
#include <boost/describe.hpp>

#include "app/clock.h"
#include "desk/text/printed.h"
#include "domain/time/rfc3339.h"
#include "store/json/write.h"

namespace punctual::app {

namespace {

std::atomic<LogFormat> chosen = LogFormat::text;

struct Entry {
  std::string at;
  std::string part;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (at, part, message))

void write_line(std::string_view part, std::string_view message) {
  const std::string line = log_entry(chosen, format_rfc3339(system_now()), part, message) + '\n';
  // One write is one line, whoever else writes.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

std::string log_entry(LogFormat format, std::string_view at, std::string_view part,
                      std::string_view message) {
  if (format == LogFormat::json)
    return text::printed(json::to_json(
        Entry{std::string(at), std::string(part.empty() ? "desk" : part), std::string(message)}));
  std::string line(at);
  line += ' ';
  if (!part.empty()) line.append(part).append(": ");
  return line.append(text::printed(message));
}

void write_log_as(LogFormat format) {
  chosen = format;
}

void log_line(std::string_view text) {
  write_line({}, text);
}

std::function<void(std::string_view)> log_of(std::string part) {
  return [part = std::move(part)](std::string_view message) { write_line(part, message); };
}

}  // namespace punctual::app
