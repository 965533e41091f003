#include "store/password_links.h"

#include <utility>

namespace punctual::store {

namespace {

constexpr std::pair<LinkKind, std::string_view> kinds[] = {
    {LinkKind::invitation, "invitation"},
    {LinkKind::reset, "reset"},
};

LinkKind kind_of(std::string_view text) {
  for (const auto& [kind, name] : kinds)
    if (name == text) return kind;
  return LinkKind::reset;
}

constexpr std::string_view columns =
    "SELECT id, person_id, kind, nonce, created_at, expires_at, closed_at FROM password_link ";

std::optional<PasswordLinkRow> row_of(Statement& query) {
  if (!query.step()) return std::nullopt;
  return PasswordLinkRow{.id = query.id<PasswordLink>(0),
                         .person = query.id<Person>(1),
                         .kind = kind_of(query.text(2)),
                         .nonce = query.string(3),
                         .created_at = query.instant(4),
                         .expires_at = query.instant(5),
                         .closed_at = query.optional_instant(6)};
}

}  // namespace

std::string_view to_text(LinkKind kind) {
  for (const auto& [value, text] : kinds)
    if (value == kind) return text;
  return {};
}

PasswordLinkId insert_link(Session& session, const PasswordLinkRow& row) {
  session
      .prepare(
          "INSERT INTO password_link (person_id, kind, nonce, created_at, expires_at) VALUES (?,?,?,?,?)")
      .bind(row.person)
      .bind(to_text(row.kind))
      .bind_blob(row.nonce)
      .bind(row.created_at)
      .bind(row.expires_at)
      .run();
  return {session.last_insert_id()};
}

std::optional<PasswordLinkRow> find_link(Session& session, PasswordLinkId id) {
  static const std::string sql = std::string(columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  query.bind(id);
  return row_of(query);
}

std::optional<PasswordLinkRow> newest_link(Session& session, PersonId person, LinkKind kind) {
  static const std::string sql =
      std::string(columns) + "WHERE person_id = ? AND kind = ? ORDER BY id DESC LIMIT 1";
  auto query = session.prepare(sql);
  query.bind(person).bind(to_text(kind));
  return row_of(query);
}

void close_links(Session& session, PersonId person, Instant now) {
  session.prepare("UPDATE password_link SET closed_at = ? WHERE person_id = ? AND closed_at IS NULL")
      .bind(now)
      .bind(person)
      .run();
}

std::int64_t close_all_links(Session& session, Instant now) {
  session.prepare("UPDATE password_link SET closed_at = ?1 WHERE closed_at IS NULL AND expires_at > ?1")
      .bind(now)
      .run();
  return session.changes();
}

}  // namespace punctual::store
