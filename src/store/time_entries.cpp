#include "store/time_entries.h"

namespace punctual::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, ticket_id, client_id, person_id, work_date, counts_on, from_at, to_at, inside, outside, "
    "kind, note, "
    "courtesy, tier, version, written_at, statement_id FROM time_entry ";

TimeEntryRow entry_of(const Statement& row) {
  return {.id = row.id<TimeEntry>(0),
          .ticket = row.id<Ticket>(1),
          .client = row.id<Client>(2),
          .person = row.id<Person>(3),
          .on = row.date(4),
          .counts_on = row.date(5),
          .from = row.optional_instant(6),
          .to = row.optional_instant(7),
          .inside = row.integer(8),
          .outside = row.integer(9),
          .kind = row.string(10),
          .note = row.string(11),
          .courtesy = row.boolean(12),
          .tier = row.is_null(13) ? std::nullopt : std::optional(static_cast<int>(row.integer(13))),
          .version = static_cast<int>(row.integer(14)),
          .written_at = row.instant(15),
          .statement = row.optional_id<MonthStatement>(16)};
}

std::vector<TimeEntryRow> all_of(Statement& query) {
  std::vector<TimeEntryRow> found;
  while (query.step()) found.push_back(entry_of(query));
  return found;
}

constexpr std::string_view worked_columns =
    "SELECT e.client_id, e.id, e.ticket_id, coalesce(e.tier, t.tier, t.provisional_tier), e.kind, "
    "e.work_date, "
    "e.inside, e.outside, e.courtesy, e.counts_on FROM time_entry e JOIN ticket t ON t.id = e.ticket_id "
    "WHERE e.counts_on < ? ";

agreement::Entry worked_of(const Statement& row) {
  agreement::Entry entry{.id = row.integer(1),
                         .ticket = row.id<Ticket>(2),
                         .tier = static_cast<int>(row.integer(3)),
                         .kind = row.string(4),
                         .on = row.date(5),
                         .inside = row.integer(6),
                         .outside = row.integer(7),
                         .courtesy = row.boolean(8)};
  if (const auto counts = row.date(9); counts != entry.on) entry.booked = counts;
  return entry;
}

std::optional<ClientId> id_if_any(ClientId client) {
  return client ? std::optional(client) : std::nullopt;
}

}  // namespace

TimeEntryId insert_time_entry(Session& session, const TimeEntryRow& row) {
  session
      .prepare(
          "INSERT INTO time_entry (ticket_id, client_id, person_id, work_date, counts_on, from_at, to_at, "
          "inside, "
          "outside, kind, note, courtesy, version, written_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(row.ticket)
      .bind(id_if_any(row.client))
      .bind(row.person)
      .bind(row.on)
      .bind(row.counts_on)
      .bind(row.from)
      .bind(row.to)
      .bind(row.inside)
      .bind(row.outside)
      .bind(row.kind)
      .bind(row.note)
      .bind(row.courtesy)
      .bind(row.version)
      .bind(row.written_at)
      .run();
  return {session.last_insert_id()};
}

bool write_time_entry(Session& session, const TimeEntryRow& row) {
  session
      .prepare(
          "UPDATE time_entry SET work_date = ?, counts_on = ?, from_at = ?, to_at = ?, inside = ?, outside = "
          "?, "
          "kind = ?, note = ?, courtesy = ?, version = version + 1, written_at = ? "
          "WHERE id = ? AND version = ? AND statement_id IS NULL")
      .bind(row.on)
      .bind(row.counts_on)
      .bind(row.from)
      .bind(row.to)
      .bind(row.inside)
      .bind(row.outside)
      .bind(row.kind)
      .bind(row.note)
      .bind(row.courtesy)
      .bind(row.written_at)
      .bind(row.id)
      .bind(row.version)
      .run();
  return session.changes() == 1;
}

std::optional<TimeEntryRow> find_time_entry(Session& session, TimeEntryId id) {
  static const std::string sql = std::string(columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(entry_of(query)) : std::nullopt;
}

std::vector<TimeEntryRow> time_entries_of(Session& session, TicketId ticket) {
  static const std::string sql = std::string(columns) + "WHERE ticket_id = ? ORDER BY work_date, id";
  auto query = session.prepare(sql);
  query.bind(ticket);
  return all_of(query);
}

std::vector<TimeEntryRow> time_entries(Session& session, const TimeEntryFilter& filter, int at_most) {
  std::string sql(columns);
  sql += "WHERE work_date BETWEEN ? AND ? ";
  if (filter.person) sql += "AND person_id = ? ";
  if (filter.client) sql += "AND client_id = ? ";
  sql += "ORDER BY work_date, id LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(filter.first).bind(filter.last);
  if (filter.person) query.bind(*filter.person);
  if (filter.client) query.bind(*filter.client);
  query.bind(at_most);
  return all_of(query);
}

std::vector<agreement::Entry> worked_for(Session& session, ClientId client, Date before) {
  static const std::string sql =
      std::string(worked_columns) + "AND e.client_id = ? ORDER BY e.counts_on, e.id";
  auto query = session.prepare(sql);
  query.bind(before).bind(client);
  std::vector<agreement::Entry> found;
  while (query.step()) found.push_back(worked_of(query));
  return found;
}

void each_worked(Session& session, Date before, const std::function<void(ClientId, agreement::Entry)>& take) {
  static const std::string sql =
      std::string(worked_columns) + "AND e.client_id IS NOT NULL ORDER BY e.client_id, e.counts_on";
  auto query = session.prepare(sql);
  query.bind(before);
  while (query.step()) take(query.id<Client>(0), worked_of(query));
}

void lock_time_entries(Session& session, ClientId client, Date before, StatementId statement) {
  session
      .prepare(
          "UPDATE time_entry SET statement_id = ?, tier = (SELECT coalesce(t.tier, t.provisional_tier) "
          "FROM ticket t WHERE t.id = time_entry.ticket_id) "
          "WHERE client_id = ? AND counts_on < ? AND statement_id IS NULL")
      .bind(statement)
      .bind(client)
      .bind(before)
      .run();
}

}  // namespace punctual::store
