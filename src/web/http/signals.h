#pragma once

#include <csignal>

namespace punctual::web {

/// SIGTERM is for the main thread; a peer that went away is an error code of sendfile, not SIGPIPE.
inline void leave_signals_to_main() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace punctual::web
