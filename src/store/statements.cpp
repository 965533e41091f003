#include "store/statements.h"

#include "store/tickets.h"

namespace punctual::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, number, client_id, month, corrects, body, issued_at, issued_by, given_back, given_on FROM "
    "statement ";
constexpr std::string_view columns_without_body =
    "SELECT id, number, client_id, month, corrects, '', issued_at, issued_by, given_back, given_on FROM "
    "statement ";

StatementRow statement_of(const Statement& row) {
  return {.id = row.id<MonthStatement>(0),
          .number = row.string(1),
          .client = row.id<Client>(2),
          .month = row.date(3),
          .corrects = row.optional_id<MonthStatement>(4),
          .body = row.string(5),
          .issued_at = row.instant(6),
          .issued_by = row.optional_id<Person>(7),
          .given_back = row.integer(8),
          .given_on = row.optional_date(9)};
}

std::vector<StatementRow> statements_of(Statement& query) {
  std::vector<StatementRow> found;
  while (query.step()) found.push_back(statement_of(query));
  return found;
}

}  // namespace

StatementId insert_statement(Session& session, const StatementRow& row) {
  session
      .prepare(
          "INSERT INTO statement (number, client_id, month, corrects, body, issued_at, issued_by, "
          "given_back, "
          "given_on) VALUES (?,?,?,?,?,?,?,?,?)")
      .bind(row.number)
      .bind(row.client)
      .bind(row.month)
      .bind(row.corrects)
      .bind(row.body)
      .bind(row.issued_at)
      .bind(row.issued_by)
      .bind(row.given_back)
      .bind(row.given_on)
      .run();
  return {session.last_insert_id()};
}

std::optional<StatementRow> find_statement(Session& session, StatementId id) {
  static const std::string sql = std::string(columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(statement_of(query)) : std::nullopt;
}

std::optional<StatementRow> find_statement(Session& session, ClientId client, Date month) {
  static const std::string sql =
      std::string(columns) + "WHERE client_id = ? AND month = ? AND corrects IS NULL";
  auto query = session.prepare(sql);
  return query.bind(client).bind(month).step() ? std::optional(statement_of(query)) : std::nullopt;
}

void write_stated(Session& session, StatementId id, ClientId client, const Stated& stated) {
  for (const TicketId ticket : stated.tickets)
    session.prepare("INSERT INTO statement_ticket (ticket_id, statement_id) VALUES (?,?)")
        .bind(ticket)
        .bind(id)
        .run();
  for (const JudgedPromise& one : stated.missed)
    session
        .prepare(
            "INSERT INTO stated_miss (statement_id, client_id, ticket_id, clock, due_at, stopped_at) "
            "VALUES (?,?,?,?,?,?)")
        .bind(id)
        .bind(client)
        .bind(one.ticket)
        .bind(clock_name(one.clock))
        .bind(one.due)
        .bind(one.stopped)
        .run();
}

std::vector<JudgedPromise> stated_misses(Session& session, ClientId client) {
  auto query = session.prepare(
      "SELECT ticket_id, clock, due_at, stopped_at FROM stated_miss WHERE client_id = ? "
      "ORDER BY due_at, ticket_id");
  query.bind(client);
  std::vector<JudgedPromise> found;
  while (query.step())
    found.push_back(
        {query.id<Ticket>(0), clock_from(query.text(1)), query.instant(2), query.optional_instant(3)});
  return found;
}

std::vector<StatementId> statements_naming(Session& session, TicketId ticket) {
  auto query = session.prepare("SELECT statement_id FROM statement_ticket WHERE ticket_id = ?");
  query.bind(ticket);
  std::vector<StatementId> found;
  while (query.step()) found.push_back(query.id<MonthStatement>(0));
  return found;
}

void rewrite_statement(Session& session, StatementId id, std::string_view body) {
  session.prepare("UPDATE statement SET body = ? WHERE id = ?").bind(body).bind(id).run();
}

std::vector<StatementRow> read_statements(Session& session, std::optional<ClientId> client,
                                          std::optional<Date> month, int at_most) {
  std::string sql = std::string(columns_without_body) + "WHERE 1 ";
  if (client) sql += "AND client_id = ? ";
  if (month) sql += "AND month = ? ";
  sql += "ORDER BY id DESC LIMIT ?";
  auto query = session.prepare(sql);
  if (client) query.bind(*client);
  if (month) query.bind(*month);
  query.bind(at_most);
  return statements_of(query);
}

std::vector<StatementRow> read_corrections(Session& session, ClientId client, Date month) {
  static const std::string sql =
      std::string(columns) + "WHERE client_id = ? AND month = ? AND corrects IS NOT NULL ORDER BY id";
  auto query = session.prepare(sql);
  query.bind(client).bind(month);
  return statements_of(query);
}

std::vector<StatementRow> read_given_back(Session& session, ClientId client) {
  static const std::string sql =
      std::string(columns_without_body) + "WHERE client_id = ? AND given_back > 0 ORDER BY id";
  auto query = session.prepare(sql);
  query.bind(client);
  return statements_of(query);
}

std::optional<Date> last_stated_month(Session& session, ClientId client) {
  auto query = session.prepare("SELECT max(month) FROM statement WHERE client_id = ? AND corrects IS NULL");
  query.bind(client).step();
  return query.optional_date(0);
}

std::int64_t count_statements(Session& session, std::string_view prefix) {
  auto query =
      session.prepare("SELECT count(*) FROM statement WHERE number >= ? AND number < ? || char(0x10FFFF)");
  query.bind(prefix).bind(prefix).step();
  return query.integer(0);
}

}  // namespace punctual::store
