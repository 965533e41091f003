#pragma once

namespace punctual::app {

/// How a verb ends, 0 aside.
inline constexpr int failed_running = 1;
inline constexpr int wrong_use = 2;  // of the command line or in the configuration
inline constexpr int answer_is_no = 3;

}  // namespace punctual::app
