#pragma once

#include <expected>
#include <optional>
#include <string>

#include "desk/access/sign_in.h"
#include "store/access.h"
#include "web/http/reply.h"
#include "web/http/request.h"

namespace punctual::web {

/// An `Idempotency-Key` with whom it belongs to and what it stands for.
struct IdempotencyKey {
  std::string scope;
  std::string key;
  store::Sha256 body_hash{};  ///< over path and body, keyed: it outlives words that are redacted
};

/// Nothing where the request has none; 422 where it is empty or longer than 200.
std::expected<std::optional<IdempotencyKey>, Reply> idempotency_key(const desk::Desk& desk,
                                                                    const Request& request,
                                                                    const desk::Caller& caller);
std::optional<store::GivenAnswer> find_given(store::Session& session, const IdempotencyKey& key);
void remember(store::Session& session, const IdempotencyKey& key, TicketId ticket, Instant now);

}  // namespace punctual::web
