#include "store/journal.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "store/journal_events.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

constexpr std::pair<Actor::Kind, std::string_view> kinds[] = {
    {Actor::Kind::contact, "contact"},
    {Actor::Kind::person, "person"},
    {Actor::Kind::desk, "desk"},
};

Sha256 content_hash_of(std::string_view salt, std::string_view content) {
  std::string sealed(salt);
  sealed += content;
  return sha256(sealed);
}

struct Entry {
  std::string_view subject;
  std::int64_t subject_id;
  std::int64_t seq;
  std::string_view type;
  Instant at;
  Actor actor;
  std::string_view content;
};

/// Salts, links and inserts one event; the new head.
Sha256 insert(Session& session, const Entry& entry, const Sha256& previous) {
  const std::string salt = random_bytes(16);
  const Sha256 content_hash = content_hash_of(salt, entry.content);
  const Sha256 hash = link(previous, entry.seq, entry.type, entry.at, entry.actor, content_hash);
  {
    auto row = session.prepare(
        "INSERT INTO journal (subject, subject_id, seq, type, type_version, at, actor_kind, actor_id, "
        "content_hash, "
        "hash) VALUES (?,?,?,?,?,?,?,?,?,?)");
    row.bind(entry.subject).bind(entry.subject_id).bind(entry.seq).bind(entry.type).bind(event_version);
    row.bind(entry.at).bind(to_text(entry.actor.kind)).bind(entry.actor.id);
    row.bind_blob(view(content_hash)).bind_blob(view(hash)).run();
  }
  auto row = session.prepare("INSERT INTO journal_content (journal_id, salt, content) VALUES (?,?,?)");
  row.bind(session.last_insert_id()).bind_blob(salt).bind(entry.content).run();
  return hash;
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

/// Gives events without content what the newest redaction left of them; each row's redaction by its seq, 0
/// where there is none. From the end on: a redaction may itself have been redacted by a later one.
std::vector<std::int64_t> put_remains_in(std::vector<JournalRow>& rows) {
  std::vector<std::int64_t> redacted_by(rows.size(), 0);
  std::map<std::int64_t, std::pair<std::string, std::int64_t>> left;  // by seq: the remains, the redaction
  for (std::size_t i = rows.size(); i-- > 0;) {
    JournalRow& row = rows[i];
    const auto found = left.find(row.seq);
    if (!row.content && found != left.end()) {
      row.content = found->second.first;
      redacted_by[i] = found->second.second;
    }
    if (row.type != "redacted" || !row.content) continue;
    auto redaction = std::get<event::Redacted>(read_event(row.type, row.type_version, *row.content));
    for (auto& remains : redaction.remains)
      left.try_emplace(remains.seq, std::move(remains.content), row.seq);
  }
  return redacted_by;
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
            const Sha256& content_hash) {
  std::string text(view(previous));
  for (const auto& part :
       {std::to_string(seq), std::string(type), std::to_string(at.time_since_epoch().count()),
        std::string(to_text(actor.kind)) + ":" + std::to_string(actor.id)}) {
    text += part;
    text += '\n';
  }
  text += view(content_hash);
  return sha256(text);
}

Sha256 append(Session& session, TicketId ticket, const Recorded& recorded, const Sha256& previous) {
  const std::string content = content_of(recorded.event);
  return insert(
      session,
      {"ticket", ticket.value, recorded.seq, type_of(recorded.event), recorded.at, recorded.actor, content},
      previous);
}

void append_audit(Session& session, std::string_view subject, std::int64_t subject_id, std::string_view type,
                  Instant at, const Actor& actor, std::string_view content) {
  Sha256 previous{};
  std::int64_t seq = 1;
  {
    auto last = session.prepare("SELECT seq, hash FROM audit_head WHERE subject = ? AND subject_id = ?");
    if (last.bind(subject).bind(subject_id).step()) {
      seq = last.integer(0) + 1;
      previous = hash_at(last, 1);
    }
  }
  const auto head = insert(session, {subject, subject_id, seq, type, at, actor, content}, previous);
  session
      .prepare(
          "INSERT INTO audit_head (subject, subject_id, seq, hash) VALUES (?,?,?,?) ON CONFLICT (subject, "
          "subject_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash")
      .bind(subject)
      .bind(subject_id)
      .bind(seq)
      .bind_blob(view(head))
      .run();
}

std::vector<JournalRow> newest_audit(Session& session, std::string_view subject, std::int64_t subject_id,
                                     int at_most) {
  static const std::string sql =
      std::string(columns) +
      ", c.content FROM journal j LEFT JOIN journal_content c ON c.journal_id = j.id "
      "WHERE j.subject = ? AND j.subject_id = ? ORDER BY j.seq DESC LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(subject).bind(subject_id).bind(at_most);
  std::vector<JournalRow> rows;
  while (query.step()) {
    rows.push_back(row_of(query));
    rows.back().content = query.optional_string(9);
  }
  return rows;
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
  auto rows = read_journal_rows(session, ticket);
  const auto redactions = put_remains_in(rows);
  std::vector<Recorded> journal;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const JournalRow& row = rows[i];
    if (!row.content)
      throw std::runtime_error("the content of event " + std::to_string(row.seq) +
                               " is missing, and no redaction names it");
    journal.push_back(
        {row.seq, row.at, row.actor, read_event(row.type, row.type_version, *row.content), redactions[i]});
  }
  return journal;
}

std::int64_t count_missed_since(Session& session, Instant since) {
  auto query = session.prepare("SELECT count(*) FROM journal WHERE type = 'breached' AND at >= ?");
  query.bind(since).step();
  return query.integer(0);
}

void remove_contents(Session& session, TicketId ticket, std::span<const event::Remains> remains) {
  for (const auto& left : remains)
    session
        .prepare(
            "DELETE FROM journal_content WHERE journal_id = (SELECT id FROM journal WHERE subject = 'ticket' "
            "AND subject_id = ? AND seq = ?)")
        .bind(ticket)
        .bind(left.seq)
        .run();
}

std::optional<Instant> last_journal_at(Session& session) {
  auto query = session.prepare("SELECT at FROM journal ORDER BY id DESC LIMIT 1");
  return query.step() ? std::optional(query.instant(0)) : std::nullopt;
}

std::int64_t last_journal_id(Session& session) {
  auto query = session.prepare("SELECT coalesce(max(id), 0) FROM journal");
  query.step();
  return query.integer(0);
}

std::vector<JournalRow> journal_after(Session& session, std::int64_t cursor, std::optional<TicketId> ticket,
                                      int at_most) {
  static const std::string all =
      std::string(columns) + ", j.subject FROM journal j WHERE j.id > ? ORDER BY j.id";
  static const std::string one =
      std::string(columns) +
      ", j.subject FROM journal j WHERE j.id > ? AND j.subject = 'ticket' AND j.subject_id = ? "
      "ORDER BY j.id";
  auto query = session.prepare(ticket ? one : all);
  query.bind(cursor);
  if (ticket) query.bind(*ticket);
  // Other subjects are passed over here: a condition on them would leave the order by id for an index.
  std::vector<JournalRow> rows;
  while (std::ssize(rows) < at_most && query.step())
    if (query.text(9) == "ticket") rows.push_back(row_of(query));
  return rows;
}

std::optional<Sha256> chain_end(Session& session, std::string_view subject, std::int64_t subject_id) {
  auto query = session.prepare(
      "SELECT j.seq, j.type, j.at, j.actor_kind, j.actor_id, j.hash, j.content_hash, c.salt, c.content "
      "FROM journal j LEFT JOIN journal_content c ON c.journal_id = j.id "
      "WHERE j.subject = ? AND j.subject_id = ? ORDER BY j.seq");
  query.bind(subject).bind(subject_id);
  Sha256 previous{};
  for (std::int64_t seq = 1; query.step(); ++seq) {
    const Sha256 content_hash = hash_at(query, 6);
    const bool redacted = query.is_null(7);
    if (query.integer(0) != seq) return std::nullopt;
    if (!redacted && content_hash != content_hash_of(query.text(7), query.text(8))) return std::nullopt;
    const Actor actor{actor_kind(query.text(3)), query.integer(4)};
    if (hash_at(query, 5) != link(previous, seq, query.text(1), query.instant(2), actor, content_hash))
      return std::nullopt;
    previous = hash_at(query, 5);
  }
  return previous;
}

bool chain_holds(Session& session, TicketId ticket) {
  const auto end = chain_end(session, "ticket", ticket.value);
  auto head = session.prepare("SELECT chain_head FROM ticket WHERE id = ?");
  return end && head.bind(ticket).step() && hash_at(head, 0) == *end;
}

bool audit_holds(Session& session, std::string_view subject, std::int64_t subject_id) {
  const auto end = chain_end(session, subject, subject_id);
  auto head = session.prepare("SELECT hash FROM audit_head WHERE subject = ? AND subject_id = ?");
  // One that has a head has events.
  return end && *end != Sha256{} && head.bind(subject).bind(subject_id).step() && head.text(0) == view(*end);
}

std::vector<Subject> audited_subjects(Session& session) {
  auto query = session.prepare(
      "SELECT subject, subject_id FROM journal WHERE subject < 'ticket' OR subject > 'ticket' "
      "UNION SELECT subject, subject_id FROM audit_head");
  std::vector<Subject> subjects;
  while (query.step()) subjects.push_back({query.string(0), query.integer(1)});
  return subjects;
}

std::vector<TicketId> journals_without_ticket(Session& session, int at_most) {
  auto query = session.prepare(
      "SELECT DISTINCT j.subject_id FROM journal j WHERE j.subject = 'ticket' "
      "AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = j.subject_id) LIMIT ?");
  query.bind(at_most);
  std::vector<TicketId> ids;
  while (query.step()) ids.push_back(query.id<Ticket>(0));
  return ids;
}

}  // namespace punctual::store
