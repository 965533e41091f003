#pragma once

// A ticket's clocks once more, minute by minute: what its status was in each minute, and a walk that counts
// the open ones. Everything here happens on whole minutes.

#include <optional>
#include <span>
#include <vector>

#include "domain/calendar/slow_walk.test.h"
#include "domain/sla/clocks.h"

namespace punctual::sla {

struct SlowPolicy {
  const PolicyInForce* fast;
  const SlowWalk* walk;
};

struct SlowClock {
  Instant start;
  bool can_pause = false;
  std::optional<Instant> stopped = {};
  Clock::State state = Clock::State::running;
  std::optional<Instant> due = {};
  Seconds elapsed{0};
  bool beyond_the_walk = false;  // nothing is known of the due but that it comes later than anything here
};

class SlowTicket {
 public:
  /// The policies are those that the events name, and the first of all in front.
  SlowTicket(std::span<const Event> events, std::vector<SlowPolicy> policies, Instant now, Instant end)
      : policies_(std::move(policies)), end_(end), policy_(policies_.front()) {
    first = {.start = events.front().at};
    resolution = {.start = events.front().at, .can_pause = true};
    for (const auto& event : events)
      if (event.at <= now) happen(event);
    for (auto* clock : all())
      if (!clock->stopped) judge(*clock, now, Clock::State::breached, on_hold() && clock->can_pause);
  }

  SlowClock first;
  std::vector<SlowClock> next;
  SlowClock resolution;

 private:
  enum class Status { working, waiting, resolved };
  struct Change {
    Instant at;
    Status status;
  };

  bool on_hold() const { return status() != Status::working; }
  Status status() const { return changes_.empty() ? Status::working : changes_.back().status; }
  void become(Instant at, Status status) { changes_.push_back({at, status}); }

  std::vector<SlowClock*> all() {
    std::vector<SlowClock*> clocks{&first, &resolution};
    for (auto& clock : next) clocks.push_back(&clock);
    return clocks;
  }

  void happen(const Event& event) {
    using Type = EventType;
    const auto at = event.at;
    if (event.type == Type::tier_changed)
      for (const auto& one : policies_)
        if (one.fast == event.policy) policy_ = one;
    if (event.type == Type::waiting_on_client && status() == Status::working) become(at, Status::waiting);
    if (event.type == Type::resumed && status() == Status::waiting) become(at, Status::working);
    if (event.type == Type::resolved && status() != Status::resolved) {
      become(at, Status::working);
      stop(resolution, at);
      answer(at);
      become(at, Status::resolved);
    }
    if (event.type == Type::human_reply) answer(at);
    if (event.type == Type::reopened || event.type == Type::client_reply) {
      if (on_hold()) become(at, Status::working);
      resolution.stopped.reset();
    }
    const bool unanswered = !next.empty() && !next.back().stopped;
    if (event.type == Type::client_reply && first.stopped && !unanswered) next.push_back({.start = at});
  }

  void answer(Instant at) {
    stop(first, at);
    if (!next.empty()) stop(next.back(), at);
  }

  void stop(SlowClock& clock, Instant at) {
    if (clock.stopped) return;
    judge(clock, at, Clock::State::missed, false);
    if (clock.state != Clock::State::missed) clock.state = Clock::State::met;
    clock.stopped = at;
  }

  void judge(SlowClock& clock, Instant at, Clock::State late, bool paused) const {
    clock.elapsed = Seconds{0};
    for (auto t = clock.start; t < at; t += minute) clock.elapsed += counted_in(clock, t);
    find_due(clock);
    clock.state = paused ? Clock::State::paused : Clock::State::running;
    if (clock.due && at > *clock.due) clock.state = late;
  }

  void find_due(SlowClock& clock) const {
    const auto& targets = policy_.fast->policy;
    const auto& target = &clock == &first        ? targets.first_reply
                         : &clock == &resolution ? targets.resolution
                                                 : targets.next_reply;
    clock.due.reset();
    clock.beyond_the_walk = false;
    if (!target) return;
    const auto plain = policy_.walk->due(clock.start, *target);
    if (!plain) {
      clock.beyond_the_walk = true;
      return;
    }
    const bool days = target->in_business_days();
    auto left = days ? policy_.walk->elapsed(clock.start, *plain) : target->seconds();
    // Where nothing need be counted, nothing is to be made good.
    if (!clock.can_pause || left == Seconds{0}) {
      clock.due = plain;
      return;
    }
    auto t = clock.start;
    for (; left > Seconds{0} && t < end_; t += minute) left -= counted_in(clock, t);
    if (left > Seconds{0})
      clock.beyond_the_walk = !on_hold();
    else
      clock.due = days ? std::max(*plain, t) : t;
  }

  /// A minute counts that is open and, for what can pause, in which the work went on.
  Seconds counted_in(const SlowClock& clock, Instant t) const {
    auto then = Status::working;
    for (const auto& change : changes_)
      if (change.at <= t) then = change.status;
    const bool counts = policy_.walk->open(t) && (!clock.can_pause || then == Status::working);
    return counts ? Seconds{minute} : Seconds{0};
  }

  static constexpr std::chrono::minutes minute{1};
  std::vector<SlowPolicy> policies_;
  Instant end_;
  SlowPolicy policy_;
  std::vector<Change> changes_;
};

}  // namespace punctual::sla
