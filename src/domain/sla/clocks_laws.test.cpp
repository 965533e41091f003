// Clocks and warnings against a slow evaluation written apart, with whatever may happen to a ticket.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <deque>

#include "domain/calendar/random_hours.test.h"
#include "domain/sla/counted_time.h"
#include "domain/sla/slow_ticket.test.h"
#include "domain/sla/warning.h"
#include "domain/time/rfc3339.h"

namespace punctual::sla {
namespace {

using std::chrono::days;
using std::chrono::minutes;

// Past the latest that happens here by days, so that a due the walk does not know is no breach yet.
constexpr int walked_days = 18;

Instant on_the_minute(const chance::Place& where) {
  return std::chrono::floor<minutes>(where.change) + minutes{*rc::gen::inRange(-4 * 1440, 4 * 1440)};
}

std::optional<Target> target() {
  switch (*rc::gen::inRange(0, 8)) {
    case 0:
      return std::nullopt;
    case 1:
      return Target{0, *rc::gen::element(Target::Unit::hours, Target::Unit::business_days)};
    case 2:
    case 3:
      return Target::of_business_days(*rc::gen::inRange(1, 4));
    default:
      return Target::of_minutes(*rc::gen::inRange(1, 1500));
  }
}

/// Policies with calendars of their own, or open around the clock, each with its walk.
struct Policies {
  std::deque<PolicyInForce> fast;  // deques: the events and the slow ticket point into them
  std::deque<SlowWalk> walks;

  const PolicyInForce* draw(const chance::Place& where) {
    const Policy targets{target(), target(), target()};
    auto rules = chance::hours(where);
    rules.always_open = *rc::gen::inRange(0, 5) == 0;
    fast.push_back({targets, Calendar::compile(rules, where.zone)});
    auto walked = rules;
    if (rules.always_open) {
      walked = {.zone = rules.zone};
      walked.weekly.fill({{0, 1440}});
    }
    walks.emplace_back(std::vector{walked}, where.zone, begin(where), walked_days * 1440);
    return &fast.back();
  }
  std::vector<SlowPolicy> slow() const {
    std::vector<SlowPolicy> all;
    for (std::size_t i = 0; i < fast.size(); ++i) all.push_back({&fast[i], &walks[i]});
    return all;
  }
  static Instant begin(const chance::Place& where) {
    return std::chrono::floor<minutes>(where.change) - days{8};
  }
};

std::vector<Event> story(const chance::Place& where, Policies& policies) {
  std::vector<Instant> times(static_cast<std::size_t>(*rc::gen::inRange(1, 12)));
  for (auto& t : times) t = on_the_minute(where);
  for (std::size_t i = 1; i < times.size(); ++i)
    if (*rc::gen::inRange(0, 6) == 0) times[i] = times[i - 1];
  std::ranges::sort(times);
  std::vector<Event> events{{times.front(), EventType::submitted}};
  for (std::size_t i = 1; i < times.size(); ++i) {
    Event event{times[i], static_cast<EventType>(*rc::gen::inRange(1, 11))};
    if (event.type == EventType::tier_changed) event.policy = policies.draw(where);
    events.push_back(event);
  }
  return events;
}

std::string told(Clock::State state, std::optional<Instant> due, Seconds elapsed) {
  return "state " + std::to_string(static_cast<int>(state)) + " due " +
         (due ? format_rfc3339(*due) : "none") + " counted " + std::to_string(elapsed.count());
}

void expect_same(const Clock& fast, const SlowClock& slow) {
  RC_LOG() << "fast " << told(fast.state, fast.due, fast.elapsed) << '\n'
           << "slow " << told(slow.state, slow.due, slow.elapsed) << '\n'
           << "target " << (fast.target ? format_target(*fast.target) : "none") << '\n';
  RC_ASSERT(fast.start == slow.start);
  RC_ASSERT(fast.stopped == slow.stopped);
  RC_ASSERT(fast.elapsed == slow.elapsed);
  RC_ASSERT(fast.state == slow.state);
  if (!slow.beyond_the_walk) RC_ASSERT(fast.due == slow.due);
}

RC_GTEST_PROP(ClockLaws, SameAsTheSlowTicket, ()) {
  const auto where = chance::place();
  Policies policies;
  const auto* initial = policies.draw(where);
  const auto events = story(where, policies);
  const auto now = std::max(events.front().at, on_the_minute(where));
  const auto fast = evaluate(events, *initial, now);
  for (const auto& event : events)
    RC_LOG() << format_rfc3339(event.at) << " event " << static_cast<int>(event.type) << '\n';
  RC_LOG() << format_rfc3339(now) << " now, " << where.zone.name() << '\n';
  const SlowTicket slow(events, policies.slow(), now, Policies::begin(where) + days{walked_days});
  expect_same(fast.first_reply, slow.first);
  expect_same(fast.resolution, slow.resolution);
  RC_ASSERT(fast.next_reply.size() == slow.next.size());
  for (std::size_t i = 0; i < slow.next.size(); ++i) expect_same(fast.next_reply[i], slow.next[i]);
}

RC_GTEST_PROP(ClockLaws, WhatComesLaterChangesNothingNow, ()) {
  const auto where = chance::place();
  Policies policies;
  const auto* initial = policies.draw(where);
  auto events = story(where, policies);
  const auto now = std::max(events.front().at, on_the_minute(where));
  const auto whole = evaluate(events, *initial, now);
  std::erase_if(events, [&](const Event& event) { return event.at > now; });
  const auto known = evaluate(events, *initial, now);
  RC_ASSERT(whole.first_reply == known.first_reply);
  RC_ASSERT(whole.next_reply == known.next_reply);
  RC_ASSERT(whole.resolution == known.resolution);
  RC_ASSERT(whole.policy == known.policy);
}

RC_GTEST_PROP(WarningLaws, TheFirstInstantAtWhichThePartIsCounted, ()) {
  const auto where = chance::place();
  const auto calendar = chance::calendar(where);
  Clock clock{.start = chance::instant(where)};
  for (auto t = clock.start; clock.pauses.size() < 2;) {
    t += Seconds{*rc::gen::inRange(0, 90'000)};
    clock.pauses.push_back({{t, t + Seconds{*rc::gen::inRange(1, 90'000)}}});
    t = clock.pauses.back().time.closes;
  }
  clock.target = *rc::gen::inRange(0, 2) == 0 ? Target::of_business_days(*rc::gen::inRange(1, 4))
                                              : Target::of_seconds(*rc::gen::inRange(1, 200'000));
  const CountedTime counted(calendar, clock.start, clock.pauses);
  clock.due = counted.due(*clock.target);
  if (!clock.due) return;
  const auto whole = counted.until(*clock.due);
  const int percent = *rc::gen::inRange(1, 101);
  const auto at = warning_at(calendar, clock, percent);
  if (whole == Seconds{0}) return;
  RC_ASSERT(at.has_value());
  // A part is reached when it is counted whole, and not a second earlier.
  RC_ASSERT(counted.until(*at).count() * 100 >= whole.count() * percent);
  RC_ASSERT(counted.until(*at - Seconds{1}).count() * 100 < whole.count() * percent);
  RC_ASSERT(*at <= *clock.due);
}

}  // namespace
}  // namespace punctual::sla
