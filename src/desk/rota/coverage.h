#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/rota/due_in.h"
#include "desk/rota/rota_of.h"
#include "domain/people/recurring_gap.h"
#include "domain/people/rota_coverage.h"

namespace punctual::desk {

struct PodCoverage {
  PodId pod;  ///< none: the desk as a whole
  std::string name;
  int needed = 1;
  Seconds missing{0};  ///< all gaps together
  std::vector<people::CoverageGap> gaps;
};

/// Every gap from the minute of `now` on: the pods by name, or the one that is asked for, and behind them the
/// desk as a whole.
std::vector<PodCoverage> coverage(const Catalogue& catalogue, std::optional<PodId> pod,
                                  std::chrono::weeks ahead, Instant now, people::Cut cut);

/// Whose promise is in danger while a gap lasts.
struct Endangered {
  ClientId client;  ///< none: of nobody known
  std::string policy;
  std::vector<TicketId> tickets;  ///< theirs, due in it; at most `most_endangered` of all together
};
inline constexpr std::size_t most_endangered = 100;

/// Tells of gaps whose promises are in danger: tickets that are due within `over` are read once for all.
class Dangers {
 public:
  Dangers(const Catalogue& catalogue, store::Session& session, const Interval& over);
  /// Clients by name, then those that only a ticket makes the pod's, then who is nobody's client.
  std::vector<Endangered> of(PodId pod, const people::RecurringGap& gap) const;

 private:
  const Catalogue& catalogue_;
  DueTickets dues_;
};

/// "Priya Nair has time off; nobody else's week has it": for staff, of a gap in which `needed` should be
/// there.
std::string cause_words(const Catalogue& catalogue, const std::vector<people::Cause>& causes, int needed);

}  // namespace punctual::desk
