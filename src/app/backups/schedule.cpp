#include "app/backups/schedule.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "app/backups/recorded.h"
#include "desk/draft.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {

namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr auto retried_after = std::chrono::hours{1};
/// A clock that is set forward while we sleep is noticed at the latest after this.
constexpr auto longest_sleep = std::chrono::seconds{60};
constexpr std::string_view prefix = "punctual-";

/// "punctual-20261126T030000Z": sorts by time, and can be a file's name anywhere.
std::string name_at(Instant at) {
  auto text = format_rfc3339(at);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return std::string(prefix) + text;
}

/// Complete ones of ours, oldest first.
std::vector<fs::path> backups_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.size() == name_at({}).size() &&
        fs::exists(desk::Layout{entry.path()}.manifest(), error))
      found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace

Instant next_backup_at(const BackupPlan& plan, const TimeZone& zone, std::optional<Instant> last,
                       Instant now) {
  if (!last) return now;
  auto date = zone.date(*last);
  Instant next = zone.first_at_or_after(WallTime{date} + std::chrono::minutes{plan.minute_of_day});
  while (next <= *last) {
    date += std::chrono::days{1};
    next = zone.first_at_or_after(WallTime{date} + std::chrono::minutes{plan.minute_of_day});
  }
  return std::max(next, now);
}

void remove_old_backups(const BackupPlan& plan, Instant now) {
  auto found = backups_in(plan.folder);
  std::error_code ignored;
  for (std::size_t i = 0; i + static_cast<std::size_t>(plan.keep) < found.size(); ++i)
    fs::remove_all(found[i], ignored);
  const auto oldest = name_at(now - std::chrono::days{1});
  std::vector<fs::path> never_completed;
  for (const auto& entry : fs::directory_iterator(plan.folder, ignored)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.find(desk::draft_mark) == oldest.size() &&
        name.substr(0, oldest.size()) < oldest)
      never_completed.push_back(entry.path());
  }
  for (const auto& path : never_completed) fs::remove_all(path, ignored);
}

struct BackupSchedule::State {
  explicit State(Parts its) : parts(std::move(its)) {}

  Parts parts;
  mutable std::mutex mutex;
  std::condition_variable changed;
  bool wanted = false;
  bool ending = false;
  std::optional<Instant> next;
  std::thread thread;

  void run() {
    std::optional<Instant> not_before;
    while (wait(not_before))
      not_before = make() ? std::nullopt : std::optional(parts.held.now() + retried_after);
  }

  /// False when it is time to end.
  bool wait(std::optional<Instant> not_before) {
    while (true) {
      const Instant now = parts.held.now();
      const auto due = due_at(not_before, now);
      std::unique_lock lock(mutex);
      if (ending) return false;
      if (wanted || (due && *due <= now)) {
        next.reset();
        wanted = false;
        return true;
      }
      next = due;
      steady_clock::duration length = longest_sleep;
      if (due) length = std::min<steady_clock::duration>(*due - now, length);
      changed.wait_for(lock, length, [&] { return wanted || ending; });
    }
  }

  /// Nothing where it cannot be read. Without the mutex: others ask for `next` while the disk is slow.
  std::optional<Instant> due_at(std::optional<Instant> not_before, Instant now) const {
    try {
      const auto due = next_backup_at(parts.plan, parts.zone(), parts.last(), now);
      return not_before ? std::max(due, *not_before) : due;
    } catch (const std::exception& error) {
      parts.log(std::string("it cannot be read when the last one was made: ") + error.what() +
                "; trying again within a minute");
      return std::nullopt;
    }
  }

  bool make() {
    const auto go_on = [&](std::string_view, std::int64_t, std::int64_t) {
      const std::lock_guard lock(mutex);
      return !ending;
    };
    try {
      const auto before = backups_in(parts.plan.folder);
      const auto previous = before.empty() ? std::nullopt : std::optional(desk::Layout{before.back()});
      const auto to = parts.plan.folder / name_at(parts.held.now());
      const auto made = recorded_backup(parts.held, to, previous, Began::by_schedule, go_on);
      if (made) remove_old_backups(parts.plan, parts.held.now());
      parts.log(
          made ? to.string() + ": " + in_short(made->manifest) +
                     (made->problems.empty() ? "" : ", but attachments have problems; see /staff/backups")
               : made.error() + "; again in an hour");
      return made.has_value();
    } catch (const std::exception& error) {
      parts.log(std::string(error.what()) + "; again in an hour");
      return false;
    }
  }
};

BackupSchedule::BackupSchedule(Parts parts) : state_(std::make_unique<State>(std::move(parts))) {}

BackupSchedule::~BackupSchedule() {
  stop();
}

void BackupSchedule::start() {
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

void BackupSchedule::begin_now() {
  const std::lock_guard lock(state_->mutex);
  state_->wanted = true;
  state_->next.reset();  // who asks at once is told of it, not of tomorrow's
  state_->changed.notify_all();
}

std::optional<Instant> BackupSchedule::next() const {
  const std::lock_guard lock(state_->mutex);
  return state_->next;
}

void BackupSchedule::give_up() {
  const std::lock_guard lock(state_->mutex);
  state_->ending = true;
  state_->changed.notify_all();
}

void BackupSchedule::stop() {
  give_up();
  if (state_->thread.joinable()) state_->thread.join();
}

}  // namespace punctual::app
