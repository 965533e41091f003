#pragma once

#include <span>
#include <vector>

#include "domain/agreement/terms.h"
#include "domain/id.h"

namespace punctual::agreement {

/// A guarantee that was not kept.
struct Missed {
  Date on;
  TicketId ticket;
  Promise promise{};
};

/// Minutes that are paid, and when they may be used.
struct Grant {
  enum class Source { allowance, top_up, credit, correction };
  Source source{};
  Date from;
  std::optional<Date> until;  ///< the first date on which they are no longer of use
  Minutes minutes = 0;
  bool operator==(const Grant&) const = default;

  bool usable(Date on) const { return from <= on && (!until || on < *until); }
};

/// All that begins before a date, in the order in which it is used up: what ends first, then what began
/// first. An agreement that begins within a period is granted its days of it (rounding.h).
std::vector<Grant> grants(const Agreement& agreement, std::span<const Missed> missed, Date before);

}  // namespace punctual::agreement
