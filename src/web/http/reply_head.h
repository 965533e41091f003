#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/time/instant.h"
#include "web/http/reply.h"

namespace punctual::web {

/// How the message goes on the wire, which is the server's to say.
struct Framing {
  std::optional<std::uint64_t> length;  ///< nothing and not chunked: the end of the connection ends the body
  bool chunked = false;
  bool keep_alive = true;
  bool http10 = false;  ///< the request was: its sender must be told of keep-alive
  std::string_view date;
};

/// A reply's own header may not break a line, nor speak of the framing.
bool sendable(const Reply& reply);

/// Status line and headers with the empty line, appended to `out`. The reply is sendable.
void append_head(std::string& out, const Reply& reply, const Framing& framing);

/// 204 and 304 have no body and no length.
bool bodiless(int status);

/// "Tue, 10 Mar 2026 08:00:00 GMT"
std::string http_date(Instant at);

}  // namespace punctual::web
