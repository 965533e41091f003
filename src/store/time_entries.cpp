#include "store/time_entries.h"

#include <map>

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

/// As assessed, else as suggested.
int tier_now(Session& session, TicketId ticket) {
  auto query = session.prepare("SELECT coalesce(tier, provisional_tier) FROM ticket WHERE id = ?");
  query.bind(ticket).step();
  return static_cast<int>(query.integer(0));
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

std::vector<TimeEntryRow> read_time_entries(Session& session, TimeEntryId after, int at_most) {
  static const std::string sql = std::string(columns) + "WHERE id > ? ORDER BY id LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(after).bind(at_most);
  return all_of(query);
}

std::vector<TimeEntryRow> time_entries_counted(Session& session, ClientId client, Date before) {
  std::vector<TimeEntryRow> found;
  {
    static const std::string sql = std::string(columns) + "WHERE client_id = ? AND counts_on < ? ORDER BY id";
    auto query = session.prepare(sql);
    query.bind(client).bind(before);
    found = all_of(query);
  }
  std::map<TicketId, int> tiers;  // asked for once a ticket
  for (auto& row : found) {
    if (row.tier) continue;
    auto& tier = tiers[row.ticket];
    if (tier == 0) tier = tier_now(session, row.ticket);
    row.tier = tier;
  }
  return found;
}

agreement::Entry worked(const TimeEntryRow& row) {
  return {.id = row.id.value,
          .ticket = row.ticket,
          .tier = row.tier.value(),
          .kind = row.kind,
          .on = row.on,
          .inside = row.inside,
          .outside = row.outside,
          .courtesy = row.courtesy,
          .booked = row.counts_on == row.on ? std::nullopt : std::optional(row.counts_on)};
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
