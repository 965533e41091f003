#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/calendar/pause.h"
#include "domain/sla/policy.h"
#include "domain/time/instant.h"

namespace punctual::sla {

enum class EventType {
  submitted,
  auto_reply,
  internal_note,
  assigned,
  human_reply,
  waiting_on_client,
  client_reply,
  resumed,
  resolved,
  reopened,
  tier_changed,  // also a rejudge under another calendar or policy version (SEMANTICS 20a)
};

struct Event {
  Instant at;
  EventType type;
  const PolicyInForce* policy = nullptr;  // of tier_changed alone; outlives the call
};

struct Clock {
  /// Cancelled: what it is about came to an end before it stopped; it is never judged.
  enum class State { running, paused, breached, met, missed, cancelled };
  State state = State::running;
  Instant start;
  std::optional<Target> target;      // in force now, or when it stopped; none: measured, never judged
  std::optional<Calendar> calendar;  // it counts on; in force now, or when it stopped
  std::optional<Instant> due;        // none: without target, never, or unknown while paused
  Seconds elapsed{0};                // counted: open time less pauses
  std::optional<Instant> stopped;    // where it stands still for now; a reopened resolution runs again
  std::vector<Pause> pauses;         // resolution only; ascending, none overlap
  bool is_running() const { return !stopped; }
  /// As it stands, whatever calendar made it so.
  bool operator==(const Clock& other) const;
};

struct Clocks {
  Clock first_reply;
  std::vector<Clock> next_reply;  // in order of opening; only the last may be running
  Clock resolution;
  Policy policy;  // in force at `now`
};

/// SEMANTICS 14–20. `events` are in order of time, ties in order of happening; the first is `submitted` and
/// not after `now`; those after `now` are ignored. Running clocks are judged as if the policy in force had
/// held since their start, stopped ones by the policy in force when they stopped.
Clocks evaluate(std::span<const Event> events, const PolicyInForce& initial, Instant now);

/// Ends the clock at `at` where it has not stopped.
void cancel(Clock& clock, Instant at);

}  // namespace punctual::sla
