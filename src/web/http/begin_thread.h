#pragma once

#include <pthread.h>

#include <csignal>

namespace punctual::web {

/// Names a thread, for whoever looks at the process, and keeps signals from it: SIGTERM is for the main
/// thread, and a peer that went away is an error code of sendfile, not SIGPIPE. `name` has at most 15 bytes.
inline void begin_thread(const char* name) {
  pthread_setname_np(pthread_self(), name);
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace punctual::web
