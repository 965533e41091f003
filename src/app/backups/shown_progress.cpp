#include "app/backups/shown_progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <iostream>

#include "desk/text/printed.h"

namespace punctual::app {

namespace {

constexpr auto least_pause = std::chrono::milliseconds{100};
constexpr const char* wiped = "\r\033[K";

}  // namespace

ShownProgress::ShownProgress() : terminal_(::isatty(STDERR_FILENO) == 1) {}

ShownProgress::~ShownProgress() {
  if (shown_) std::cerr << wiped << std::flush;
}

void ShownProgress::show(std::string_view doing, std::int64_t done, std::int64_t of) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now < next_) return;
  next_ = now + least_pause;
  shown_ = true;
  std::cerr << wiped << fmt::format("{} {} %", text::printed(doing), of > 0 ? 100 * done / of : 0)
            << std::flush;
}

desk::Progress ShownProgress::as_progress() {
  return [this](std::string_view doing, std::int64_t done, std::int64_t of) {
    show(doing, done, of);
    return true;
  };
}

}  // namespace punctual::app
