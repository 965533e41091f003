#pragma once

#include <span>
#include <vector>

#include "domain/agreement/terms.h"
#include "domain/id.h"

namespace punctual::agreement {

/// Minutes that are bought beside the allowance.
struct TopUp {
  Date on;
  Minutes minutes = 0;
  std::optional<Date>
      until;  ///< the first date on which they are no longer of use; none: the agreement's end
};

/// A guarantee that was not kept.
struct Missed {
  Date on;
  TicketId ticket;
};

/// Minutes that are paid, and when they may be used.
struct Grant {
  enum class Source { allowance, top_up, credit };
  Source source{};
  Date from;
  std::optional<Date> until;  ///< the first date on which they are no longer of use
  Minutes minutes = 0;
  bool operator==(const Grant&) const = default;

  bool usable(Date on) const { return from <= on && (!until || on < *until); }
};

/// All that begins before a date, in the order in which it is used up: what ends first, then what began
/// first. The parts of a period that a version does not hold are not granted (rounding.h).
std::vector<Grant> grants(const Agreement& agreement, std::span<const TopUp> bought,
                          std::span<const Missed> missed, Date before);

}  // namespace punctual::agreement
