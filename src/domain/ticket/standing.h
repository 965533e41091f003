#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/sla/clocks.h"
#include "domain/sla/goal.h"
#include "domain/sla/next_update.h"
#include "domain/ticket/promises.h"

namespace punctual {

/// The earliest of the running clocks' dues and the next update; what orders the queue. Without a due the
/// resolution clock is paused.
struct NextDue {
  ClockKind clock{};
  int ordinal = 0;
  Seconds total{0};  ///< counted from its start to its due; pauses are no part of it
  std::optional<Instant> due;
  bool operator==(const NextDue&) const = default;
};

/// How a ticket's promises stand at `now`: verdicts from recorded instants alone. What had not stopped when
/// the ticket ended (spam, merged) is cancelled: nobody waits for it any more.
struct Standing {
  sla::Clocks clocks;
  sla::Goal goal;
  std::optional<sla::NextUpdate> next_update;  ///< the last one promised
  std::optional<NextDue> next_due;
};

Standing standing_of(const TicketState& ticket, const PromiseVersions& versions, Instant now);

/// Everything that falls due on an active ticket, or is late and still owed; the earliest first.
std::vector<NextDue> dues_of(const TicketState& ticket, const Standing& standing);

/// A stage is a percentage of a clock's open time at which somebody is told; 100 is the missed promise
/// itself. `percents` ascend.

/// The stage that has passed at `now` and was not announced: of several of one clock only the highest, of
/// several clocks the one due first.
std::optional<event::Warned> stage_to_fire(const TicketState& ticket, const Standing& standing,
                                           std::span<const int> percents, Instant now);

/// When the next stage not announced yet passes; nothing when none will. May lie in the past.
std::optional<Instant> next_stage_at(const TicketState& ticket, const Standing& standing,
                                     std::span<const int> percents);

/// What follows for the ticket when `to` takes the place of its version, at `now`.
event::Rejudged rejudged(const TicketState& ticket, const PromiseVersions& versions, PolicyId to,
                         Instant now);

}  // namespace punctual
