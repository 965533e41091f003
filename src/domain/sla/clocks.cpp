#include "domain/sla/clocks.h"

#include <cassert>
#include <tuple>

#include "domain/sla/counted_time.h"

namespace punctual::sla {
namespace {

using TargetOf = std::optional<Target> Policy::*;

/// The ticket's clocks while its events go by.
class Clockwork {
 public:
  Clockwork(const PolicyInForce& initial, Instant submitted) : in_force_(&initial) {
    clocks_.first_reply.start = submitted;
    clocks_.resolution.start = submitted;
  }

  void apply(const Event& event) {
    switch (event.type) {
      case EventType::submitted:  // once only: the clocks run since
      case EventType::auto_reply:
      case EventType::internal_note:
      case EventType::assigned:
        return;
      case EventType::human_reply:
        return answer(event.at);
      case EventType::waiting_on_client:
        return wait(event.at);
      case EventType::client_reply:
        go_on(event.at);
        return ask(event.at);
      case EventType::resumed:
        return end_wait(event.at);
      case EventType::resolved:
        return resolve(event.at);
      case EventType::reopened:
        return go_on(event.at);
      case EventType::tier_changed:
        assert(event.policy != nullptr);
        in_force_ = event.policy;
        return;
    }
  }

  Clocks read(Instant now) && {
    judge(clocks_.first_reply, &Policy::first_reply, now);
    for (auto& clock : clocks_.next_reply) judge(clock, &Policy::next_reply, now);
    judge(clocks_.resolution, &Policy::resolution, now);
    clocks_.policy = in_force_->policy;
    return std::move(clocks_);
  }

 private:
  void answer(Instant at) {
    stop(clocks_.first_reply, &Policy::first_reply, at);
    if (!clocks_.next_reply.empty()) stop(clocks_.next_reply.back(), &Policy::next_reply, at);
  }

  void ask(Instant at) {
    const bool answered_before = !clocks_.first_reply.is_running();
    const bool open = !clocks_.next_reply.empty() && clocks_.next_reply.back().is_running();
    if (answered_before && !open) clocks_.next_reply.push_back({.start = at});
  }

  void wait(Instant at) {
    if (waiting_ || !clocks_.resolution.is_running()) return;
    waiting_ = true;
    clocks_.resolution.pauses.push_back({{at, Instant::max()}, Pause::Why::waiting_on_client});
  }

  void end_wait(Instant at) {
    if (!waiting_) return;
    waiting_ = false;
    clocks_.resolution.pauses.back().time.closes = at;
  }

  void resolve(Instant at) {
    if (!clocks_.resolution.is_running()) return;
    end_wait(at);
    stop(clocks_.resolution, &Policy::resolution, at);
    answer(at);
  }

  /// Ends a wait; a resolved ticket is open again, and the time between counts no more than a wait does.
  void go_on(Instant at) {
    end_wait(at);
    auto& resolution = clocks_.resolution;
    if (resolution.is_running()) return;
    resolution.pauses.push_back({{*resolution.stopped, at}, Pause::Why::resolved});
    resolution.stopped.reset();
  }

  void stop(Clock& clock, TargetOf target, Instant at) {
    if (!clock.is_running()) return;
    measure(clock, target, at);
    clock.stopped = at;
    clock.state = clock.due && at > *clock.due ? Clock::State::missed : Clock::State::met;
  }

  /// A stopped clock was judged when it stopped, and is never judged again.
  void judge(Clock& clock, TargetOf target, Instant now) const {
    if (!clock.is_running()) return;
    measure(clock, target, now);
    const bool paused = !clock.pauses.empty() && clock.pauses.back().time.closes == Instant::max();
    if (clock.due && now > *clock.due)
      clock.state = Clock::State::breached;  // waiting after the breach does not heal it
    else
      clock.state = paused ? Clock::State::paused : Clock::State::running;
  }

  void measure(Clock& clock, TargetOf target, Instant at) const {
    const CountedTime counted(in_force_->calendar, clock.start, clock.pauses);
    clock.target = in_force_->policy.*target;
    clock.calendar = in_force_->calendar;
    clock.due = clock.target ? counted.due(*clock.target) : std::nullopt;
    clock.elapsed = counted.until(at);
  }

  Clocks clocks_;
  const PolicyInForce* in_force_;
  bool waiting_ = false;
};

}  // namespace

bool Clock::operator==(const Clock& other) const {
  const auto all = [](const Clock& c) {
    return std::tie(c.state, c.start, c.target, c.due, c.elapsed, c.stopped, c.pauses);
  };
  return all(*this) == all(other);
}

void cancel(Clock& clock, Instant at) {
  if (!clock.is_running()) return;
  clock.stopped = at;
  clock.state = Clock::State::cancelled;
}

Clocks evaluate(std::span<const Event> events, const PolicyInForce& initial, Instant now) {
  assert(!events.empty() && events.front().type == EventType::submitted && events.front().at <= now);
  Clockwork clockwork(initial, events.front().at);
  for (const auto& event : events) {
    if (event.at > now) break;
    clockwork.apply(event);
  }
  return std::move(clockwork).read(now);
}

}  // namespace punctual::sla
