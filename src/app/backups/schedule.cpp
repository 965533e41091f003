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
constexpr auto between_requests = std::chrono::hours{1};
constexpr std::string_view prefix = "punctual-";
constexpr std::string_view asked_for = "-asked";

/// "punctual-20261126T030000Z": sorts by time, and can be a file's name anywhere.
std::string name_at(Instant at) {
  auto text = format_rfc3339(at);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return std::string(prefix) + text;
}

/// "punctual-20261126T030000Z-asked" on request.
std::string name_of(Began began, Instant at) {
  return name_at(at) + std::string(began == Began::on_request ? asked_for : "");
}

/// Complete ones of ours, oldest first.
std::vector<fs::path> backups_in(const fs::path& folder, Began began) {
  const auto length = name_of(began, {}).size();
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const auto name = entry.path().filename().string();
    if (name.starts_with(prefix) && name.size() == length &&
        name.ends_with(asked_for) == (began == Began::on_request) &&
        fs::exists(desk::Layout{entry.path()}.manifest(), error))
      found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

std::optional<fs::path> newest(const fs::path& folder) {
  std::optional<fs::path> found;
  for (const auto began : {Began::by_schedule, Began::on_request})
    if (const auto all = backups_in(folder, began); !all.empty() && (!found || *found < all.back()))
      found = all.back();
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
  std::error_code ignored;
  for (const auto began : {Began::by_schedule, Began::on_request}) {
    const auto found = backups_in(plan.folder, began);
    for (std::size_t i = 0; i + static_cast<std::size_t>(plan.keep) < found.size(); ++i)
      fs::remove_all(found[i], ignored);
  }
  const auto oldest = name_at(now - std::chrono::days{1});
  std::vector<fs::path> never_completed;
  for (const auto& entry : fs::directory_iterator(plan.folder, ignored)) {
    const auto name = entry.path().filename().string();
    const auto ours = std::string_view(name).substr(0, name.find(desk::draft_mark));
    if (name.starts_with(prefix) && ours.size() < name.size() &&
        (ours.size() == oldest.size() || ours.ends_with(asked_for)) && name.substr(0, oldest.size()) < oldest)
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
  bool under_way = false;
  std::optional<Instant> next;
  std::optional<Instant> next_request;  ///< none before that
  std::thread thread;

  void run() {
    std::optional<Instant> not_before;
    while (const auto began = wait(not_before)) {
      const auto at = parts.held.now();
      const bool made = make(*began, at);
      if (*began == Began::by_schedule) not_before = made ? std::nullopt : std::optional(at + retried_after);
      const std::lock_guard lock(mutex);
      under_way = false;
      if (*began == Began::on_request && made) next_request = at + between_requests;
    }
  }

  /// How the next one begins, when that is now; nothing when it is time to end.
  std::optional<Began> wait(std::optional<Instant> not_before) {
    while (true) {
      const Instant now = parts.held.now();
      const auto due = due_at(not_before, now);
      std::unique_lock lock(mutex);
      if (ending) return std::nullopt;
      const bool scheduled = due && *due <= now;
      if (wanted || scheduled) {
        next.reset();
        wanted = false;
        under_way = true;
        return scheduled ? Began::by_schedule : Began::on_request;
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

  bool make(Began began, Instant at) {
    const auto go_on = [&](std::string_view, std::int64_t, std::int64_t) {
      const std::lock_guard lock(mutex);
      return !ending;
    };
    try {
      const auto before = newest(parts.plan.folder);
      const auto previous = before ? std::optional(desk::Layout{*before}) : std::nullopt;
      const auto to = parts.plan.folder / name_of(began, at);
      const auto made = recorded_backup(parts.held, to, previous, began, go_on);
      if (made) remove_old_backups(parts.plan, parts.held.now());
      parts.log(
          made ? to.string() + ": " + in_short(made->manifest) +
                     (made->problems.empty() ? "" : ", but attachments have problems; see /staff/backups")
               : made.error() + (began == Began::by_schedule ? "; again in an hour" : ""));
      return made.has_value();
    } catch (const std::exception& error) {
      parts.log(std::string(error.what()) + (began == Began::by_schedule ? "; again in an hour" : ""));
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

std::expected<void, Instant> BackupSchedule::begin_now() {
  const auto now = state_->parts.held.now();
  const std::lock_guard lock(state_->mutex);
  if (state_->under_way) return {};
  if (state_->next_request && now < *state_->next_request) return std::unexpected(*state_->next_request);
  state_->wanted = true;
  state_->next.reset();  // who asks at once is told of it, not of tomorrow's
  state_->changed.notify_all();
  return {};
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
