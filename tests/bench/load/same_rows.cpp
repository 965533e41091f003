#include "same_rows.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace punctual::bench {
namespace {

/// As src/store/sql/session.cpp opens the desk's database for writing.
constexpr const char* pragmas =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384;"
    "PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY;";

struct Blob {
  std::string bytes;
};
using Value = std::variant<std::nullptr_t, sqlite3_int64, double, std::string, Blob>;
using Row = std::vector<Value>;

class Database {
 public:
  explicit Database(const std::filesystem::path& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) fail();
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() {
    for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(db_);
  }
  void execute(const std::string& sql) {
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
  }
  sqlite3_stmt* prepare(const std::string& sql) {
    auto& statement = statements_[sql];
    if (!statement && sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail();
    return statement;
  }
  std::vector<Row> rows(const std::string& sql);
  void insert(sqlite3_stmt* statement, const Row& row);

 private:
  [[noreturn]] void fail() const { throw std::runtime_error(std::string("sqlite: ") + sqlite3_errmsg(db_)); }
  sqlite3* db_ = nullptr;
  std::map<std::string, sqlite3_stmt*> statements_;
};

Value value_of(sqlite3_stmt* statement, int column) {
  const auto bytes = [&] {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement, column));
    return std::string(data, data + sqlite3_column_bytes(statement, column));
  };
  switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
      return sqlite3_column_int64(statement, column);
    case SQLITE_FLOAT:
      return sqlite3_column_double(statement, column);
    case SQLITE_TEXT:
      return bytes();
    case SQLITE_BLOB:
      return Blob{bytes()};
    default:
      return nullptr;
  }
}

std::vector<Row> Database::rows(const std::string& sql) {
  std::vector<Row> out;
  sqlite3_stmt* statement = prepare(sql);
  while (sqlite3_step(statement) == SQLITE_ROW) {
    Row& row = out.emplace_back();
    for (int column = 0; column < sqlite3_column_count(statement); ++column)
      row.push_back(value_of(statement, column));
  }
  sqlite3_reset(statement);
  return out;
}

struct Bind {
  sqlite3_stmt* statement;
  int at;
  void operator()(std::nullptr_t) const { sqlite3_bind_null(statement, at); }
  void operator()(sqlite3_int64 value) const { sqlite3_bind_int64(statement, at, value); }
  void operator()(double value) const { sqlite3_bind_double(statement, at, value); }
  void operator()(const std::string& value) const {
    sqlite3_bind_text(statement, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  }
  void operator()(const Blob& value) const {
    sqlite3_bind_blob(statement, at, value.bytes.data(), static_cast<int>(value.bytes.size()), SQLITE_STATIC);
  }
};

void Database::insert(sqlite3_stmt* statement, const Row& row) {
  int at = 0;
  for (const Value& value : row) std::visit(Bind{statement, ++at}, value);
  if (sqlite3_step(statement) != SQLITE_DONE) fail();
  sqlite3_reset(statement);
}

/// Which ticket a row belongs to, as SQL over its table `t`; null for rows of none.
std::string ticket_of(Database& after, const std::string& table) {
  if (table == "ticket") return "t.id";
  if (table == "journal") return "CASE t.subject WHEN 'ticket' THEN t.subject_id END";
  if (table == "journal_content")
    return "(SELECT CASE j.subject WHEN 'ticket' THEN j.subject_id END FROM journal j WHERE j.id = "
           "t.journal_id)";
  for (const Row& column : after.rows("SELECT name FROM pragma_table_info('" + table + "')"))
    if (std::get<std::string>(column[0]) == "ticket_id") return "t.ticket_id";
  return "NULL";
}

struct TableRows {
  std::string insert;
  std::vector<Row> rows;             ///< by ticket
  std::vector<sqlite3_int64> owner;  ///< of each row: its ticket, or 0
  std::size_t next = 0;
};

std::string insert_into(const std::string& table, std::size_t columns) {
  std::string sql = "INSERT INTO \"" + table + "\" VALUES (?";
  for (std::size_t i = 1; i < columns; ++i) sql += ",?";
  return sql + ")";
}

TableRows written_rows(Database& after, const std::string& table, sqlite3_int64 first_ticket) {
  const std::string quoted = "\"" + table + "\"";
  const auto from = std::to_string(first_ticket);
  auto rows =
      after.rows("SELECT coalesce(" + ticket_of(after, table) +
                 ", 0) AS owner, t.* FROM (SELECT * FROM main." + quoted + " EXCEPT SELECT * FROM before." +
                 quoted + ") t WHERE owner = 0 OR owner >= " + from + " ORDER BY owner, 2");
  TableRows out;
  for (Row& row : rows) {
    out.owner.push_back(std::get<sqlite3_int64>(row[0]));
    row.erase(row.begin());
    out.rows.push_back(std::move(row));
  }
  if (!out.rows.empty()) out.insert = insert_into(table, out.rows[0].size());
  return out;
}

/// What a row refers to may be written after it, in the same transaction.
constexpr const char* begin = "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys=ON";

std::vector<std::string> tables_of(Database& database) {
  std::vector<std::string> out;
  for (const Row& row :
       database.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
    out.push_back(std::get<std::string>(row[0]));
  return out;
}

void make_fresh(Database& fresh, Database& after, const std::filesystem::path& before,
                const std::filesystem::path& after_path, const std::vector<std::string>& tables) {
  fresh.execute(pragmas);
  for (const Row& row :
       after.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"))
    fresh.execute(std::get<std::string>(row[0]));
  fresh.execute("ATTACH '" + before.string() + "' AS before; ATTACH '" + after_path.string() + "' AS after");
  fresh.execute(begin);
  for (const std::string& table : tables)
    fresh.execute("INSERT INTO main.\"" + table + "\" SELECT * FROM before.\"" + table +
                  "\" INTERSECT SELECT * FROM after.\"" + table + "\"");
  fresh.execute("COMMIT; DETACH before; DETACH after; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

void copy_database(const std::filesystem::path& from, const std::filesystem::path& to) {
  Database(from).execute("VACUUM INTO '" + to.string() + "'");
}

Inserted insert_same_rows(const std::filesystem::path& before, const std::filesystem::path& after_path,
                          const std::filesystem::path& into, std::int64_t most, int group) {
  Database after(after_path);
  after.execute("ATTACH '" + before.string() + "' AS before");
  const auto tickets = after.rows(
      "SELECT id FROM (SELECT id FROM main.ticket EXCEPT SELECT id FROM before.ticket) "
      "ORDER BY id DESC LIMIT " +
      std::to_string(most));
  Inserted out{.tickets = static_cast<std::int64_t>(tickets.size())};
  if (tickets.empty()) throw std::runtime_error("the run wrote no ticket");
  const auto first = std::get<sqlite3_int64>(tickets.back()[0]);
  const auto tables = tables_of(after);
  std::vector<TableRows> written;
  for (const std::string& table : tables)
    if (auto rows = written_rows(after, table, first); !rows.rows.empty()) written.push_back(std::move(rows));
  Database fresh(into);
  make_fresh(fresh, after, before, after_path, tables);
  std::vector<sqlite3_stmt*> statements;
  for (const TableRows& table : written) statements.push_back(fresh.prepare(table.insert));

  const auto start = std::chrono::steady_clock::now();
  for (auto it = tickets.rbegin(); it < tickets.rend();
       it += std::min<std::ptrdiff_t>(group, tickets.rend() - it)) {
    const auto last =
        std::get<sqlite3_int64>((*(it + std::min<std::ptrdiff_t>(group, tickets.rend() - it) - 1))[0]);
    fresh.execute(begin);
    for (std::size_t i = 0; i < written.size(); ++i) {
      TableRows& table = written[i];
      for (; table.next < table.rows.size() && table.owner[table.next] <= last; ++table.next, ++out.rows)
        fresh.insert(statements[i], table.rows[table.next]);
    }
    fresh.execute("COMMIT");
  }
  out.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return out;
}

}  // namespace punctual::bench
