#include "timers/timer_loop.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "desk/commands/change.h"
#include "store/tickets.h"
#include "timers/each_ticket.h"
#include "timers/hand_offs.h"
#include "timers/rejudge.h"
#include "timers/sweep.h"

namespace punctual::timers {

namespace {

using std::chrono::steady_clock;

constexpr int tickets_at_once = 100;
/// A ticket whose stage could not be fired is looked at again after this.
constexpr auto postponed_for = std::chrono::hours{1};
/// The database is not asked more often than this, however often something is committed.
constexpr auto least_pause = std::chrono::milliseconds{100};
/// A clock that is set forward while we sleep is noticed at the latest after this.
constexpr auto longest_sleep = std::chrono::seconds{60};

void postpone(store::Writer& writer, TicketId ticket, Instant now,
              const std::function<void(std::string_view)>& log) {
  if (log) log(desk::ref_of(ticket) + " could not be looked at; again in an hour");
  const auto written = writer.write([&](store::Session& session) {
    store::write_timer(session, ticket, now + postponed_for);
    return store::Keep::commit;
  });
  if (written != store::Written::committed) throw std::runtime_error("nothing can be written");
}

}  // namespace

int fire_due(const desk::Desk& desk, store::Writer& writer, Instant now,
             const std::function<void(std::string_view)>& log) {
  int fired = 0;
  while (true) {
    const auto due = store::due_timers(desk.reader(), now, tickets_at_once);
    if (due.empty()) return fired;
    fired += static_cast<int>(due.size());
    std::vector<TicketId> tickets;
    for (const auto& timer : due) tickets.push_back(timer.ticket);
    const auto threw = each_ticket(
        writer, tickets, [&](store::Session& session, TicketId id) { desk::fire(desk, session, id, now); });
    for (const auto id : threw) postpone(writer, id, now, log);
  }
}

struct TimerLoop::State {
  explicit State(Parts its) : parts(std::move(its)) {}

  Parts parts;
  std::mutex mutex;
  std::condition_variable changed;
  bool woken = false;
  bool ending = false;
  std::thread thread;
  HandOffs hand_offs;
  std::set<TicketId> unread;  // what could not be rejudged, until the next hour

  void run() {
    std::optional<Instant> swept;
    while (true) {
      std::optional<Instant> next;
      bool more = false;  // to rejudge: that goes on without a pause, and what is due comes in between
      try {
        const Instant now = parts.now();
        parts.desk.reload_if_changed(parts.desk.reader());
        more = rejudge_some(parts.desk, parts.writer, now, unread, parts.log);
        next = store::next_timer_at(parts.desk.reader());
        if (next && *next <= now) {
          fire_due(parts.desk, parts.writer, now, parts.log);
          next = store::next_timer_at(parts.desk.reader());
        }
        const auto look = hand_offs.look(parts.desk, parts.writer, now, parts.log);
        next = next ? std::min(*next, look) : look;
        if (!swept || now - *swept >= std::chrono::hours{1}) {
          for (const auto& problem : sweep(parts.desk, parts.writer, now)) parts.log(problem);
          swept = now;
          unread.clear();
        }
      } catch (const std::exception& error) {
        parts.log(std::string(error.what()) + "; trying again within a minute");
      }
      if (!(more ? go_on() : sleep(next))) return;
    }
  }

  bool go_on() {
    const std::lock_guard lock(mutex);
    return !ending;
  }

  /// False when it is time to end.
  bool sleep(std::optional<Instant> next) {
    steady_clock::duration length = longest_sleep;
    if (next) length = std::clamp<steady_clock::duration>(*next - parts.now(), least_pause, longest_sleep);
    std::unique_lock lock(mutex);
    const auto began = steady_clock::now();
    changed.wait_for(lock, length, [&] { return woken || ending; });
    changed.wait_until(lock, began + least_pause, [&] { return ending; });
    woken = false;
    return !ending;
  }
};

TimerLoop::TimerLoop(Parts parts) : state_(std::make_unique<State>(std::move(parts))) {}

TimerLoop::~TimerLoop() {
  stop();
}

void TimerLoop::start() {
  state_->thread = std::thread([state = state_.get()] { state->run(); });
}

void TimerLoop::wake() {
  {
    const std::lock_guard lock(state_->mutex);
    if (state_->woken) return;
    state_->woken = true;
  }
  state_->changed.notify_one();
}

void TimerLoop::stop() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->ending = true;
  }
  state_->changed.notify_one();
  if (state_->thread.joinable()) state_->thread.join();
}

}  // namespace punctual::timers
