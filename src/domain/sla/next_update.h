#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/time/instant.h"

namespace punctual::sla {

/// What bears upon "next update by" (SEMANTICS 15a). It is an instant, not counted time.
struct UpdateEvent {
  enum class Type { expectation, human_reply, resolved, waiting_on_client, reopened };
  Instant at;
  Type type;
  std::optional<Instant> next_update_by =
      {};  // of `expectation` always, of `human_reply` where it carries one
};

struct NextUpdate {
  enum class State { running, kept, missed, replaced, cancelled };
  State state = State::running;
  Instant promised_at;
  Instant by;
  std::optional<Instant>
      settled;  // when it was kept, replaced, cancelled; of a missed one, when answered late
  bool operator==(const NextUpdate&) const = default;
};

/// Every promise made up to `now`, in order; only the last may be running. Events are in order, those after
/// `now` are ignored. A reply settles the promise before it and may make the next.
std::vector<NextUpdate> judge_next_updates(std::span<const UpdateEvent> events, Instant now);

}  // namespace punctual::sla
