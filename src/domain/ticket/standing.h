#pragma once

#include <array>
#include <optional>

#include "domain/sla/clocks.h"
#include "domain/sla/goal.h"
#include "domain/sla/next_update.h"
#include "domain/ticket/ticket.h"

namespace punctual {

/// What a ticket's policy version promises, compiled.
struct PromiseTerms {
  std::array<sla::PolicyInForce, 4> tiers;  ///< tier 1 first
  Calendar desk_hours;                      ///< the public calendar: the goal and the average count on it
  Target goal;
  const sla::PolicyInForce& of(int tier) const { return tiers.at(static_cast<std::size_t>(tier - 1)); }
};

/// The earliest of the running clocks' dues and the next update; what orders the queue. Without a due the
/// resolution clock is paused.
struct NextDue {
  ClockKind clock{};
  int ordinal = 0;
  Seconds total{0};  ///< counted from its start to its due; pauses are no part of it
  std::optional<Instant> due;
  bool operator==(const NextDue&) const = default;
};

/// How a ticket's promises stand at `now`: verdicts from recorded instants alone.
struct Standing {
  sla::Clocks clocks;
  sla::Goal goal;
  std::optional<sla::NextUpdate> next_update;  ///< the last one promised
  std::optional<NextDue> next_due;
};

Standing standing_of(const TicketState& ticket, const PromiseTerms& terms, Instant now);

/// The stage that has passed at `now` and was not announced: of several of one clock only the highest, of
/// several clocks the one due first.
std::optional<event::Warned> stage_to_fire(const TicketState& ticket, const PromiseTerms& terms,
                                           const Standing& standing, Instant now);

/// When the next stage not announced yet passes; nothing when none will. May lie in the past.
std::optional<Instant> next_stage_at(const TicketState& ticket, const PromiseTerms& terms,
                                     const Standing& standing);

}  // namespace punctual
