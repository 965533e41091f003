#pragma once

#include <chrono>
#include <string>

#include "desk/backup/layout.h"

namespace punctual::app {

/// Progress as one line on standard error that is written over, where that is a terminal; silent elsewhere.
class ShownProgress {
 public:
  ShownProgress();
  ShownProgress(const ShownProgress&) = delete;
  ShownProgress& operator=(const ShownProgress&) = delete;
  /// Wipes the line.
  ~ShownProgress();

  void show(std::string_view doing, std::int64_t done, std::int64_t of);
  /// As the desk takes it; it never gives up.
  desk::Progress as_progress();

 private:
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace punctual::app
