#include "store/access.h"

namespace punctual::store {

void insert_session(Session& session, const Sha256& token_hash, PersonId person, Instant now,
                    Instant expires) {
  session.prepare("INSERT INTO session (token_hash, person_id, created_at, expires_at) VALUES (?,?,?,?)")
      .bind_blob(view(token_hash))
      .bind(person)
      .bind(now)
      .bind(expires)
      .run();
}

std::optional<PersonId> find_session(Session& session, const Sha256& token_hash, Instant now) {
  auto query = session.prepare("SELECT person_id FROM session WHERE token_hash = ? AND expires_at > ?");
  return query.bind_blob(view(token_hash)).bind(now).step() ? std::optional(query.id<Person>(0))
                                                            : std::nullopt;
}

void delete_session(Session& session, const Sha256& token_hash) {
  session.prepare("DELETE FROM session WHERE token_hash = ?").bind_blob(view(token_hash)).run();
}

void delete_expired_sessions(Session& session, Instant now) {
  session.prepare("DELETE FROM session WHERE expires_at <= ?").bind(now).run();
}

std::int64_t insert_token(Session& session, const Sha256& token_hash, PersonId person, std::string_view note,
                          Instant now, Instant expires) {
  session
      .prepare("INSERT INTO token (token_hash, person_id, note, created_at, expires_at) VALUES (?,?,?,?,?)")
      .bind_blob(view(token_hash))
      .bind(person)
      .bind(note)
      .bind(now)
      .bind(expires)
      .run();
  return session.last_insert_id();
}

std::vector<TokenRow> read_tokens(Session& session, Instant now) {
  auto query = session.prepare(
      "SELECT id, person_id, note, created_at, expires_at FROM token "
      "WHERE expires_at > ? AND revoked_at IS NULL ORDER BY id");
  query.bind(now);
  std::vector<TokenRow> tokens;
  while (query.step())
    tokens.push_back(
        {query.integer(0), query.id<Person>(1), query.string(2), query.instant(3), query.instant(4)});
  return tokens;
}

bool revoke_token(Session& session, std::int64_t id, Instant now) {
  auto query =
      session.prepare("UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING id");
  return query.bind(now).bind(id).step();
}

std::optional<PersonId> find_token(Session& session, const Sha256& token_hash, Instant now) {
  auto query = session.prepare(
      "SELECT person_id FROM token WHERE token_hash = ? AND expires_at > ? AND revoked_at IS NULL");
  return query.bind_blob(view(token_hash)).bind(now).step() ? std::optional(query.id<Person>(0))
                                                            : std::nullopt;
}

std::optional<GivenAnswer> find_answer(Session& session, std::string_view scope, std::string_view key,
                                       const Sha256& body_hash) {
  auto query = session.prepare("SELECT ticket_id, body_hash FROM idempotency WHERE scope = ? AND key = ?");
  if (!query.bind(scope).bind(key).step()) return std::nullopt;
  return GivenAnswer{query.id<Ticket>(0), query.text(1) == view(body_hash)};
}

void insert_answer(Session& session, std::string_view scope, std::string_view key, const Sha256& body_hash,
                   TicketId ticket, Instant now) {
  session.prepare("INSERT INTO idempotency (scope, key, body_hash, ticket_id, created_at) VALUES (?,?,?,?,?)")
      .bind(scope)
      .bind(key)
      .bind_blob(view(body_hash))
      .bind(ticket)
      .bind(now)
      .run();
}

void delete_answers_before(Session& session, Instant then) {
  session.prepare("DELETE FROM idempotency WHERE created_at < ?").bind(then).run();
}

}  // namespace punctual::store
