#include "store/access.h"

namespace punctual::store {

namespace {

std::optional<Holder> holder_of(Statement& query) {
  if (!query.step()) return std::nullopt;
  return Holder{query.id<Person>(0), query.string(1), people::role_from(query.text(2)).value()};
}

}  // namespace

void insert_session(Session& session, const Sha256& token_hash, const SessionRow& row) {
  session
      .prepare(
          "INSERT INTO session (token_hash, person_id, browser, created_at, last_seen_at, expires_at) "
          "VALUES (?,?,?,?,?,?)")
      .bind_blob(view(token_hash))
      .bind(row.person)
      .bind(row.browser)
      .bind(row.created_at)
      .bind(row.last_seen_at)
      .bind(row.expires_at)
      .run();
  session.prepare("UPDATE person SET last_seen_at = ? WHERE id = ?")
      .bind(row.last_seen_at)
      .bind(row.person)
      .run();
}

std::optional<Holder> find_session(Session& session, const Sha256& token_hash, Instant now) {
  auto query = session.prepare(
      "SELECT p.id, p.name, p.role FROM session s JOIN person p ON p.id = s.person_id "
      "WHERE s.token_hash = ? AND s.expires_at > ? AND p.active = 1");
  query.bind_blob(view(token_hash)).bind(now);
  return holder_of(query);
}

std::optional<SessionId> session_id(Session& session, const Sha256& token_hash) {
  auto query = session.prepare("SELECT id FROM session WHERE token_hash = ?");
  return query.bind_blob(view(token_hash)).step() ? std::optional(query.id<StaffSession>(0)) : std::nullopt;
}

std::vector<SessionRow> read_sessions(Session& session, PersonId person, Instant now) {
  auto query = session.prepare(
      "SELECT id, person_id, browser, created_at, last_seen_at, expires_at FROM session "
      "WHERE person_id = ? AND expires_at > ? ORDER BY last_seen_at DESC, id DESC");
  query.bind(person).bind(now);
  std::vector<SessionRow> rows;
  while (query.step())
    rows.push_back({query.id<StaffSession>(0), query.id<Person>(1), query.string(2), query.instant(3),
                    query.instant(4), query.instant(5)});
  return rows;
}

void delete_session(Session& session, const Sha256& token_hash) {
  session.prepare("DELETE FROM session WHERE token_hash = ?").bind_blob(view(token_hash)).run();
}

bool delete_session(Session& session, PersonId person, SessionId id) {
  session.prepare("DELETE FROM session WHERE id = ? AND person_id = ?").bind(id).bind(person).run();
  return session.changes() > 0;
}

std::int64_t delete_sessions(Session& session, PersonId person, std::optional<SessionId> but) {
  session.prepare("DELETE FROM session WHERE person_id = ? AND id <> ?")
      .bind(person)
      .bind(but.value_or(SessionId{}))
      .run();
  return session.changes();
}

std::int64_t delete_all_sessions(Session& session) {
  session.prepare("DELETE FROM session").run();
  return session.changes();
}

void delete_expired_sessions(Session& session, Instant now) {
  session.prepare("DELETE FROM session WHERE expires_at <= ?").bind(now).run();
}

void touch_session(Session& session, const Sha256& token_hash, Instant now) {
  auto query =
      session.prepare("UPDATE session SET last_seen_at = ? WHERE token_hash = ? RETURNING person_id");
  if (!query.bind(now).bind_blob(view(token_hash)).step()) return;
  session.prepare("UPDATE person SET last_seen_at = ? WHERE id = ?").bind(now).bind(query.integer(0)).run();
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

void revoke_tokens(Session& session, PersonId person, Instant now) {
  session.prepare("UPDATE token SET revoked_at = ? WHERE person_id = ? AND revoked_at IS NULL")
      .bind(now)
      .bind(person)
      .run();
}

std::optional<Holder> find_token(Session& session, const Sha256& token_hash, Instant now) {
  auto query = session.prepare(
      "SELECT p.id, p.name, p.role FROM token t JOIN person p ON p.id = t.person_id "
      "WHERE t.token_hash = ? AND t.expires_at > ? AND t.revoked_at IS NULL AND p.active = 1");
  query.bind_blob(view(token_hash)).bind(now);
  return holder_of(query);
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
