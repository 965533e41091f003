#include "store/journal.h"

#include <algorithm>
#include <utility>

#include "store/journal_events.h"

namespace punctual::store {

namespace {

constexpr std::pair<Actor::Kind, std::string_view> kinds[] = {
    {Actor::Kind::contact, "contact"},
    {Actor::Kind::person, "person"},
    {Actor::Kind::desk, "desk"},
};

void insert(Session& session, std::string_view subject, std::int64_t subject_id, std::int64_t seq,
            std::string_view type, Instant at, const Actor& actor, const Sha256& hash, std::string_view salt,
            std::string_view content) {
  {
    auto row = session.prepare(
        "INSERT INTO journal (subject, subject_id, seq, type, type_version, at, actor_kind, actor_id, hash) "
        "VALUES (?,?,?,?,?,?,?,?,?)");
    row.bind(subject).bind(subject_id).bind(seq).bind(type).bind(event_version).bind(at);
    row.bind(to_text(actor.kind)).bind(actor.id).bind_blob(view(hash)).run();
  }
  auto row = session.prepare("INSERT INTO journal_content (journal_id, salt, content) VALUES (?,?,?)");
  row.bind(session.last_insert_id()).bind_blob(salt).bind(content).run();
}

Sha256 hash_at(const Statement& row, int column) {
  Sha256 hash{};
  const auto bytes = row.text(column);
  if (bytes.size() == hash.size()) std::ranges::copy(bytes, hash.begin());
  return hash;
}

constexpr std::string_view columns =
    "SELECT j.id, j.subject_id, j.seq, j.type, j.type_version, j.at, j.actor_kind, j.actor_id, j.hash";

JournalRow row_of(const Statement& row) {
  return {.id = row.integer(0),
          .subject_id = row.integer(1),
          .seq = row.integer(2),
          .type = row.string(3),
          .type_version = static_cast<int>(row.integer(4)),
          .at = row.instant(5),
          .actor = {actor_kind(row.text(6)), row.integer(7)},
          .hash = hash_at(row, 8),
          .content = std::nullopt};
}

}  // namespace

std::string_view to_text(Actor::Kind kind) {
  for (const auto& [value, text] : kinds)
    if (value == kind) return text;
  return {};
}

Actor::Kind actor_kind(std::string_view text) {
  for (const auto& [value, name] : kinds)
    if (name == text) return value;
  return Actor::Kind::desk;
}

Sha256 link(const Sha256& previous, std::int64_t seq, std::string_view type, Instant at, const Actor& actor,
            std::string_view salt, std::string_view content) {
  std::string sealed(salt);
  sealed += content;
  const Sha256 inner = sha256(sealed);
  std::string text(view(previous));
  for (const auto& part :
       {std::to_string(seq), std::string(type), std::to_string(at.time_since_epoch().count()),
        std::string(to_text(actor.kind)) + ":" + std::to_string(actor.id)}) {
    text += part;
    text += '\n';
  }
  text += view(inner);
  return sha256(text);
}

Sha256 append(Session& session, TicketId ticket, const Recorded& recorded, const Sha256& previous) {
  const auto type = type_of(recorded.event);
  const std::string content = content_of(recorded.event);
  const std::string salt = random_bytes(16);
  const Sha256 hash = link(previous, recorded.seq, type, recorded.at, recorded.actor, salt, content);
  insert(session, "ticket", ticket.value, recorded.seq, type, recorded.at, recorded.actor, hash, salt,
         content);
  return hash;
}

void append_audit(Session& session, std::string_view subject, std::int64_t subject_id, std::string_view type,
                  Instant at, const Actor& actor, std::string_view content) {
  Sha256 previous{};
  std::int64_t seq = 1;
  {
    auto last = session.prepare(
        "SELECT seq, hash FROM journal WHERE subject = ? AND subject_id = ? ORDER BY seq DESC LIMIT 1");
    if (last.bind(subject).bind(subject_id).step()) {
      seq = last.integer(0) + 1;
      previous = hash_at(last, 1);
    }
  }
  const std::string salt = random_bytes(16);
  insert(session, subject, subject_id, seq, type, at, actor,
         link(previous, seq, type, at, actor, salt, content), salt, content);
}

std::vector<JournalRow> read_journal_rows(Session& session, TicketId ticket) {
  static const std::string sql =
      std::string(columns) +
      ", c.content FROM journal j LEFT JOIN journal_content c ON c.journal_id = j.id "
      "WHERE j.subject = 'ticket' AND j.subject_id = ? ORDER BY j.seq";
  auto query = session.prepare(sql);
  query.bind(ticket);
  std::vector<JournalRow> rows;
  while (query.step()) {
    rows.push_back(row_of(query));
    rows.back().content = query.optional_string(9);
  }
  return rows;
}

std::vector<Recorded> read_journal(Session& session, TicketId ticket) {
  std::vector<Recorded> journal;
  for (const JournalRow& row : read_journal_rows(session, ticket))
    journal.push_back(
        {row.seq, row.at, row.actor, read_event(row.type, row.type_version, row.content.value())});
  return journal;
}

std::int64_t last_journal_id(Session& session) {
  auto query = session.prepare("SELECT coalesce(max(id), 0) FROM journal");
  query.step();
  return query.integer(0);
}

std::vector<JournalRow> journal_after(Session& session, std::int64_t cursor, std::optional<TicketId> ticket,
                                      int at_most) {
  static const std::string all =
      std::string(columns) + " FROM journal j WHERE j.id > ? AND j.subject = 'ticket' ORDER BY j.id LIMIT ?";
  static const std::string one =
      std::string(columns) +
      " FROM journal j WHERE j.id > ? AND j.subject = 'ticket' AND j.subject_id = ? "
      "ORDER BY j.id LIMIT ?";
  auto query = session.prepare(ticket ? one : all);
  query.bind(cursor);
  if (ticket) query.bind(*ticket);
  query.bind(at_most);
  std::vector<JournalRow> rows;
  while (query.step()) rows.push_back(row_of(query));
  return rows;
}

bool chain_holds(Session& session, TicketId ticket) {
  auto query = session.prepare(
      "SELECT j.seq, j.type, j.at, j.actor_kind, j.actor_id, j.hash, c.salt, c.content FROM journal j "
      "LEFT JOIN journal_content c ON c.journal_id = j.id "
      "WHERE j.subject = 'ticket' AND j.subject_id = ? ORDER BY j.seq");
  query.bind(ticket);
  Sha256 previous{};
  for (std::int64_t seq = 1; query.step(); ++seq) {
    if (query.integer(0) != seq) return false;
    const Sha256 hash = hash_at(query, 5);
    const bool redacted = query.is_null(6);
    if (!redacted &&
        hash != link(previous, seq, query.text(1), query.instant(2),
                     {actor_kind(query.text(3)), query.integer(4)}, query.text(6), query.text(7)))
      return false;
    previous = hash;
  }
  return true;
}

}  // namespace punctual::store
