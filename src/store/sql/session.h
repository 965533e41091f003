#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/id.h"
#include "domain/time/instant.h"

struct sqlite3;
struct sqlite3_stmt;

namespace punctual::store {

/// The database broke or refused: disk full, I/O error, corrupt file, constraint. `code` is SQLite's extended
/// code.
class SqlError : public std::runtime_error {
 public:
  SqlError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  int code() const { return code_; }
  bool disk_full() const;

 private:
  int code_;
};

/// One prepared statement in use: bind in order, then step; resets itself when it goes out of scope.
/// Columns are read in order with the `get` family or by `read<T>()`.
class Statement {
 public:
  Statement(sqlite3* db, sqlite3_stmt* stmt) : db_(db), stmt_(stmt) {}
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  Statement& bind(std::int64_t value);
  Statement& bind(int value) { return bind(static_cast<std::int64_t>(value)); }
  Statement& bind(bool value) { return bind(static_cast<std::int64_t>(value ? 1 : 0)); }
  /// Text is bound without a copy: it must live until the step.
  Statement& bind(std::string_view value);
  Statement& bind(const std::string& value) { return bind(std::string_view(value)); }
  Statement& bind(const char* value) { return bind(std::string_view(value)); }
  Statement& bind_blob(std::string_view bytes);
  Statement& bind(std::nullopt_t);
  Statement& bind(Instant value) { return bind(static_cast<std::int64_t>(value.time_since_epoch().count())); }
  /// As days since 1970-01-01.
  Statement& bind(Date value) { return bind(static_cast<std::int64_t>(value.time_since_epoch().count())); }
  template <class Entity>
  Statement& bind(Id<Entity> id) {
    return bind(id.value);
  }
  template <class T>
  Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind(std::nullopt);
  }

  /// True while there is a row.
  bool step();
  /// For statements without rows.
  void run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  bool boolean(int column) const { return integer(column) != 0; }
  /// Valid until the next step.
  std::string_view text(int column) const;
  Instant instant(int column) const { return Instant{Seconds{integer(column)}}; }
  Date date(int column) const { return Date{std::chrono::days{integer(column)}}; }
  std::string string(int column) const { return std::string(text(column)); }
  std::optional<std::string> optional_string(int column) const;
  std::optional<std::int64_t> optional_integer(int column) const;
  std::optional<Instant> optional_instant(int column) const;
  std::optional<Date> optional_date(int column) const {
    return is_null(column) ? std::nullopt : std::optional(date(column));
  }
  template <class Entity>
  Id<Entity> id(int column) const {
    return Id<Entity>{integer(column)};
  }
  template <class Entity>
  std::optional<Id<Entity>> optional_id(int column) const {
    return is_null(column) ? std::nullopt : std::optional(Id<Entity>{integer(column)});
  }

 private:
  sqlite3* db_;
  sqlite3_stmt* stmt_;
  int next_ = 0;
};

/// One connection and its prepared statements. Belongs to one thread at a time.
class Session {
 public:
  /// `still` reads a file that nobody writes (a backup) and leaves no trace beside it.
  enum class Mode { read_write, read_only, still };
  /// Opens (read_write creates) the database file with WAL and synchronous=FULL. Throws SqlError.
  Session(const std::string& path, Mode mode);
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  /// The prepared statement of this text; prepared once, kept for the session's life.
  Statement prepare(std::string_view sql);
  /// Runs one or several statements without parameters.
  void execute(const char* sql);
  std::int64_t last_insert_id() const;
  /// Rows changed by the last statement.
  std::int64_t changes() const;
  /// Statements longer than this are interrupted (SqlError); zero is no limit.
  void limit(std::chrono::milliseconds at_most);
  /// Copies the state this session's snapshot sees to a new file, by pages, with others writing meanwhile.
  /// `go_on` is told how many pages there are and how many are copied; false from it gives up, as is the
  /// answer.
  bool copy_to(const std::string& path, const std::function<bool(std::int64_t, std::int64_t)>& go_on);
  /// After the commit the log is to be folded in and emptied: what was deleted must not be left there.
  void empty_log_afterwards() { log_must_go_ = true; }
  /// Does that where it was asked for and nobody reads an older state; the next call tries again otherwise.
  void empty_log_if_asked() noexcept;
  /// False once SQLite itself has rolled the transaction back (disk full, I/O).
  bool in_transaction() const;
  /// Ends the transaction, if there is one; never throws.
  void roll_back() noexcept;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>::operator()(s); }
    std::size_t operator()(const std::string& s) const { return std::hash<std::string_view>::operator()(s); }
  };
  sqlite3* db_ = nullptr;
  bool log_must_go_ = false;
  std::chrono::milliseconds limit_{0};
  std::chrono::steady_clock::time_point deadline_{};
  std::unordered_map<std::string, sqlite3_stmt*, Hash, std::equal_to<>> statements_;
  friend struct Deadline;
};

/// Everything read inside sees one state of the database. Read-only; ended by the destructor.
class Snapshot {
 public:
  explicit Snapshot(Session& session) : session_(session) { session_.execute("BEGIN"); }
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Session& session_;
};

}  // namespace punctual::store
