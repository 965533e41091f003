#pragma once

#include <functional>

#include "web/http/address.h"
#include "web/http/budget.h"
#include "web/http/form_limits.h"
#include "web/http/occupancy.h"
#include "web/http/router.h"
#include "web/http/server.h"
#include "web/http/slow_pool.h"

namespace punctual::web {

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
        pool(options.slow_threads, options.slow_queue),
        seconds_pool(1, options.slow_queue),
        occupancy(options.connections, options.connections_of_network, trusted) {}

  const ServerOptions options;
  const Router router;
  const Networks trusted;
  const FormLimits form_limits;
  store::Writer& writer;
  const std::function<Reply(Fault, const Request&)> refuse;
  SlowPool pool;
  SlowPool seconds_pool;
  Occupancy occupancy;
  Budget arriving{options.arriving_bytes};
  Budget leaving{options.leaving_bytes};
};

}  // namespace punctual::web
