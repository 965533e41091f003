#pragma once

#include <cstdint>
#include <filesystem>

namespace punctual::bench {

/// A copy of a database as it is now, also while a desk has it open.
void copy_database(const std::filesystem::path& from, const std::filesystem::path& to);

struct Inserted {
  std::int64_t tickets = 0;
  std::int64_t rows = 0;
  double seconds = 0;
  double tickets_per_second() const { return static_cast<double>(tickets) / seconds; }
};

/// What SQLite alone makes of the same work: the rows `after` has and `before` has not (of at most `most`
/// tickets, the newest), from every table, go into a new file at `into` with the same schema, the same
/// indexes and the desk's pragmas, by prepared statements, `group` tickets a transaction. What was there
/// before is there before the clock runs.
Inserted insert_same_rows(const std::filesystem::path& before, const std::filesystem::path& after,
                          const std::filesystem::path& into, std::int64_t most, int group);

}  // namespace punctual::bench
