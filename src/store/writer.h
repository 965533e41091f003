#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "store/sql/session.h"

namespace punctual::store {

/// Whether a piece of work's rows stay. A refusal discards its savepoint and nothing else.
enum class Keep { commit, discard };

/// What became of a piece of work. Only `committed` is durable; `broken` and `disk_full` say nothing was
/// written.
enum class Written { committed, discarded, broken, disk_full };

/// Runs on the writer thread inside a savepoint: reads rows, decides, inserts. Must not block on anything
/// else. An exception discards its savepoint and answers `broken` (or `disk_full`).
using Work = std::function<Keep(Session&)>;

/// Called on the writer thread after the commit's fsync; must only hand over (post to an I/O context).
using Done = std::function<void(Written)>;

/// The one writer of the desk: takes all waiting work into one transaction, a savepoint each, one fsync,
/// then answers them all. A failed commit answers none as committed; after a failed fsync it stops writing.
class Writer {
 public:
  struct Limits {
    std::size_t queue = 4096;
    std::size_t batch = 512;
    std::function<void(std::string_view)> log = {};  ///< one line on each failure
  };
  Writer(const std::string& path, Limits limits);
  ~Writer();
  /// Finishes what was taken and ends; listeners are not called afterwards. Takes no more work.
  void stop();

  /// False when the queue is full or the writer has stopped: answer 503 with Retry-After; `done` is not
  /// called.
  [[nodiscard]] bool submit(Work work, Done done);
  /// Submits and waits; for the timers, the drain and the command line. Throws std::runtime_error when the
  /// queue is full.
  Written write(Work work);

  /// Called on the writer thread after each transaction that committed something (wakes event streams,
  /// timers, the drain).
  void on_commit(std::function<void()> listener);
  std::size_t queue_depth() const;
  /// How long transactions took from BEGIN to the end of the fsync, those that committed: how many within
  /// each bound and the one before, the rest last.
  struct CommitTimes {
    static constexpr std::array bounds_ms = {1, 5, 10, 50, 100, 500, 1000, 5000};
    std::array<std::int64_t, bounds_ms.size() + 1> within{};
    double seconds = 0;  ///< of all together
  };
  CommitTimes commit_times() const;
  /// True once a commit failed in a way that leaves durability unknown; nothing is written any more.
  bool stopped_writing() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace punctual::store
