#include "web/api/idempotency.h"

#include <algorithm>

#include "web/api/problem.h"

namespace punctual::web {

std::expected<std::optional<IdempotencyKey>, Reply> idempotency_key(const desk::Desk& desk,
                                                                    const Request& request,
                                                                    const desk::Caller& caller) {
  const bool present =
      std::ranges::any_of(request.headers, [](const auto& h) { return h.first == "idempotency-key"; });
  if (!present) return std::optional<IdempotencyKey>();
  const auto key = request.header("idempotency-key");
  if (key.empty() || key.size() > 200)
    return std::unexpected(
        problem(Problem::invalid, {}, {{"Idempotency-Key", "must have between 1 and 200 characters"}}));
  return IdempotencyKey{"person:" + std::to_string(caller.id.value), std::string(key),
                        desk.sign("idempotent request", request.path + "\n" + request.body)};
}

std::optional<store::GivenAnswer> find_given(store::Session& session, const IdempotencyKey& key) {
  return store::find_answer(session, key.scope, key.key, key.body_hash);
}

void remember(store::Session& session, const IdempotencyKey& key, TicketId ticket, Instant now) {
  store::insert_answer(session, key.scope, key.key, key.body_hash, ticket, now);
}

}  // namespace punctual::web
