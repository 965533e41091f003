#pragma once

#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "app/config.h"
#include "app/held_desk.h"
#include "domain/time/time_zone.h"

namespace punctual::app {

/// The next time that reads `minute_of_day` behind the last backup, or `now` where that has passed or none
/// was made yet.
Instant next_backup_at(const BackupPlan& plan, const TimeZone& zone, std::optional<Instant> last,
                       Instant now);

/// Removes all but the newest `keep` of the backups made there by the schedule, and of those on request, each
/// for themselves: what is asked for pushes none of the daily ones out. And what was begun more than a day
/// ago and never completed. Touches nothing that is named otherwise.
void remove_old_backups(const BackupPlan& plan, Instant now);

/// The thread that makes them. A failed one is tried again after an hour.
class BackupSchedule {
 public:
  struct Parts {
    HeldDesk held;
    BackupPlan plan;
    std::function<TimeZone()> zone;
    std::function<std::optional<Instant>()> last;  ///< when the last that the schedule made began
    std::function<void(std::string_view)> log;
  };
  explicit BackupSchedule(Parts parts);
  ~BackupSchedule();

  void start();
  /// One now, whatever the hour, unless one is under way; on request at most one an hour is made. The error
  /// is when the next may be asked for.
  std::expected<void, Instant> begin_now();
  /// When the next one begins; nothing while one is under way.
  std::optional<Instant> next() const;
  /// Gives up what is under way; `stop` waits for that.
  void give_up();
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace punctual::app
