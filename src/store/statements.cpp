#include "store/statements.h"

namespace punctual::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, number, client_id, month, corrects, body, issued_at, issued_by ";

StatementRow statement_of(const Statement& row) {
  return {.id = row.id<MonthStatement>(0),
          .number = row.string(1),
          .client = row.id<Client>(2),
          .month = row.date(3),
          .corrects = row.optional_id<MonthStatement>(4),
          .body = row.string(5),
          .issued_at = row.instant(6),
          .issued_by = row.optional_id<Person>(7)};
}

}  // namespace

StatementId insert_statement(Session& session, const StatementRow& row) {
  session
      .prepare(
          "INSERT INTO statement (number, client_id, month, corrects, body, issued_at, issued_by) "
          "VALUES (?,?,?,?,?,?,?)")
      .bind(row.number)
      .bind(row.client)
      .bind(row.month)
      .bind(row.corrects)
      .bind(row.body)
      .bind(row.issued_at)
      .bind(row.issued_by)
      .run();
  return {session.last_insert_id()};
}

std::optional<StatementRow> find_statement(Session& session, StatementId id) {
  static const std::string sql = std::string(columns) + "FROM statement WHERE id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(statement_of(query)) : std::nullopt;
}

std::optional<StatementRow> find_statement(Session& session, ClientId client, Date month) {
  static const std::string sql =
      std::string(columns) + "FROM statement WHERE client_id = ? AND month = ? AND corrects IS NULL";
  auto query = session.prepare(sql);
  return query.bind(client).bind(month).step() ? std::optional(statement_of(query)) : std::nullopt;
}

std::vector<StatementRow> read_statements(Session& session, std::optional<ClientId> client,
                                          std::optional<Date> month, int at_most) {
  std::string sql =
      "SELECT id, number, client_id, month, corrects, '', issued_at, issued_by FROM statement WHERE 1 ";
  if (client) sql += "AND client_id = ? ";
  if (month) sql += "AND month = ? ";
  sql += "ORDER BY id DESC LIMIT ?";
  auto query = session.prepare(sql);
  if (client) query.bind(*client);
  if (month) query.bind(*month);
  query.bind(at_most);
  std::vector<StatementRow> found;
  while (query.step()) found.push_back(statement_of(query));
  return found;
}

std::optional<Date> last_stated_month(Session& session, ClientId client) {
  auto query = session.prepare("SELECT max(month) FROM statement WHERE client_id = ? AND corrects IS NULL");
  query.bind(client).step();
  return query.optional_date(0);
}

std::int64_t count_statements(Session& session, std::string_view prefix) {
  auto query = session.prepare("SELECT count(*) FROM statement WHERE substr(number, 1, length(?)) = ?");
  query.bind(prefix).bind(prefix).step();
  return query.integer(0);
}

}  // namespace punctual::store
