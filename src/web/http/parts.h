#pragma once

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "web/http/address.h"
#include "web/http/form_limits.h"
#include "web/http/router.h"
#include "web/http/server.h"
#include "web/http/slow_pool.h"

namespace punctual::web {

/// How many connections are open, so that accepting can refuse and stopping can wait.
class Occupancy {
 public:
  bool enter(std::size_t most) {
    if (open_.fetch_add(1) < most) return true;
    leave();
    return false;
  }
  void leave() {
    if (open_.fetch_sub(1) > 1) return;
    const std::lock_guard lock(mutex_);
    emptied_.notify_all();
  }
  /// True when nobody is left.
  bool wait_empty(std::chrono::steady_clock::time_point until) {
    std::unique_lock lock(mutex_);
    return emptied_.wait_until(lock, until, [&] { return open_ == 0; });
  }

 private:
  std::atomic<std::size_t> open_ = 0;
  std::mutex mutex_;
  std::condition_variable emptied_;
};

/// What every connection of a server works with.
struct Parts {
  Parts(ServerOptions its_options, std::vector<Route> routes, store::Writer& its_writer,
        std::function<Reply(Fault, const Request&)> its_refuse)
      : options(std::move(its_options)),
        router(std::move(routes)),
        trusted(options.trusted_proxies),
        form_limits{options.form_bytes, options.form_fields, options.form_files, options.form_field_bytes,
                    options.form_text_bytes},
        writer(its_writer),
        refuse(std::move(its_refuse)),
        pool(options.slow_threads, options.slow_queue) {}

  const ServerOptions options;
  const Router router;
  const Networks trusted;
  const FormLimits form_limits;
  store::Writer& writer;
  const std::function<Reply(Fault, const Request&)> refuse;
  SlowPool pool;
  Occupancy occupancy;
};

}  // namespace punctual::web
