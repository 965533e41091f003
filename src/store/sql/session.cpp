#include "store/sql/session.h"

#include <sqlite3.h>

#include <cassert>
#include <memory>

namespace punctual::store {

namespace {
constexpr int busy_patience_ms = 5000;
constexpr int log_patience_ms = 50;

[[noreturn]] void fail(sqlite3* db, const char* doing) {
  throw SqlError(sqlite3_extended_errcode(db), std::string(doing) + ": " + sqlite3_errmsg(db));
}

/// SQLite counts its memory behind one lock for all threads, and nobody asks how much it is.
void count_no_memory() {
  static const int told = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)told;
}

/// The path as SQLite's file: addresses are written.
std::string address_of(const std::string& path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '?' || c == '#' || c == '%')
      ((address += '%') += digits[byte >> 4]) += digits[byte & 15];
    else
      address += c;
  }
  return address;
}

}  // namespace

bool SqlError::disk_full() const {
  return (code_ & 0xff) == SQLITE_FULL;
}

Statement::~Statement() {
  sqlite3_reset(stmt_);
}

Statement& Statement::bind(std::int64_t value) {
  if (sqlite3_bind_int64(stmt_, ++next_, value) != SQLITE_OK) fail(db_, "bind");
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  // A null data pointer would bind NULL; an empty text is a text.
  const char* data = value.data() ? value.data() : "";
  if (sqlite3_bind_text64(stmt_, ++next_, data, value.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
    fail(db_, "bind");
  return *this;
}

Statement& Statement::bind_blob(std::string_view bytes) {
  const char* data = bytes.data() ? bytes.data() : "";
  if (sqlite3_bind_blob64(stmt_, ++next_, data, bytes.size(), SQLITE_STATIC) != SQLITE_OK) fail(db_, "bind");
  return *this;
}

Statement& Statement::bind(std::nullopt_t) {
  if (sqlite3_bind_null(stmt_, ++next_) != SQLITE_OK) fail(db_, "bind");
  return *this;
}

bool Statement::step() {
  switch (sqlite3_step(stmt_)) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      fail(db_, sqlite3_sql(stmt_));
  }
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(stmt_, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(stmt_, column);
}
std::string_view Statement::text(int column) const {
  const void* data = sqlite3_column_blob(stmt_, column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(stmt_, column));
  return data ? std::string_view(static_cast<const char*>(data), size) : std::string_view();
}
std::optional<std::string> Statement::optional_string(int column) const {
  return is_null(column) ? std::nullopt : std::optional(string(column));
}
std::optional<std::int64_t> Statement::optional_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}
std::optional<Instant> Statement::optional_instant(int column) const {
  return is_null(column) ? std::nullopt : std::optional(instant(column));
}

struct Deadline {
  static int check(void* of) {
    auto* session = static_cast<Session*>(of);
    return std::chrono::steady_clock::now() > session->deadline_ ? 1 : 0;
  }
};

Session::Session(const std::string& path, Mode mode) {
  count_no_memory();
  const int flags = mode == Mode::read_write  ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                    : mode == Mode::read_only ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  const std::string name = mode == Mode::still ? address_of(path) + "?immutable=1" : path;
  if (sqlite3_open_v2(name.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr) !=
      SQLITE_OK) {
    const SqlError error(sqlite3_extended_errcode(db_), path + ": " + sqlite3_errmsg(db_));
    sqlite3_close(db_);
    throw error;
  }
  sqlite3_busy_timeout(db_, busy_patience_ms);
  try {
    // Only the writer checkpoints: SQLite 3.40 has a race between checkpointers. 4 KB pages, 16 MB cache for
    // it.
    if (mode == Mode::read_write)
      execute(
          "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA "
          "cache_size=-16384; PRAGMA wal_autocheckpoint=4000; PRAGMA temp_store=MEMORY;"
          "PRAGMA secure_delete=ON;");  // what is redacted is overwritten
    else
      execute(
          "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-4096; PRAGMA "
          "temp_store=MEMORY;");
  } catch (...) {  // what is no database is noticed only here
    sqlite3_close(db_);
    throw;
  }
}

Session::~Session() {
  for (auto& [text, stmt] : statements_) sqlite3_finalize(stmt);
  sqlite3_close(db_);
}

Statement Session::prepare(std::string_view sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    sqlite3_stmt* stmt = nullptr;
    if (sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &stmt,
                           nullptr) != SQLITE_OK)
      fail(db_, std::string(sql).c_str());
    found = statements_.emplace(std::string(sql), stmt).first;
  }
  assert(!sqlite3_stmt_busy(found->second) && "a statement is used while it is still stepping");
  if (limit_.count() > 0) deadline_ = std::chrono::steady_clock::now() + limit_;
  return Statement(db_, found->second);
}

void Session::execute(const char* sql) {
  if (limit_.count() > 0) deadline_ = std::chrono::steady_clock::now() + limit_;
  if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(db_, sql);
}

std::int64_t Session::last_insert_id() const {
  return sqlite3_last_insert_rowid(db_);
}
std::int64_t Session::changes() const {
  return sqlite3_changes64(db_);
}

void Session::limit(std::chrono::milliseconds at_most) {
  limit_ = at_most;
  if (at_most.count() > 0)
    sqlite3_progress_handler(db_, 4000, &Deadline::check, this);
  else
    sqlite3_progress_handler(db_, 0, nullptr, nullptr);
}

bool Session::copy_to(const std::string& path, const std::function<bool(std::int64_t, std::int64_t)>& go_on) {
  constexpr int pages_at_once = 2048;
  assert(in_transaction() && "without a snapshot the copy would begin again at each commit of others");
  sqlite3* opened = nullptr;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  const int status = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> target(opened, &sqlite3_close);
  auto* copy = status == SQLITE_OK ? sqlite3_backup_init(opened, "main", db_, "main") : nullptr;
  if (!copy) fail(opened, path.c_str());
  int result = SQLITE_OK;
  bool wanted = true;
  while (wanted && (result = sqlite3_backup_step(copy, pages_at_once)) == SQLITE_OK)
    wanted = go_on(sqlite3_backup_pagecount(copy),
                   sqlite3_backup_pagecount(copy) - sqlite3_backup_remaining(copy));
  sqlite3_backup_finish(copy);
  if (wanted && result != SQLITE_DONE) throw SqlError(result, path + ": " + sqlite3_errstr(result));
  return wanted;
}

void Session::empty_log_if_asked() noexcept {
  if (!log_must_go_) return;
  sqlite3_busy_timeout(db_, log_patience_ms);  // everybody's writes wait behind this
  log_must_go_ =
      sqlite3_wal_checkpoint_v2(db_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) != SQLITE_OK;
  sqlite3_busy_timeout(db_, busy_patience_ms);
}

bool Session::in_transaction() const {
  return sqlite3_get_autocommit(db_) == 0;
}

void Session::roll_back() noexcept {
  if (in_transaction()) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Snapshot::~Snapshot() {
  session_.roll_back();
}

}  // namespace punctual::store
