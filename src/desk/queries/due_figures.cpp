#include "desk/queries/due_figures.h"

namespace punctual::desk {

DueFigures figures_of(const NextDue& next, const Calendar& calendar, Instant now) {
  if (!next.due) return {.state = DueFigures::State::paused};
  const bool plain = next.clock == ClockKind::next_update;
  const auto length = [&](Instant from, Instant to) {
    return plain ? (to - from).count() : calendar.elapsed(from, to).count();
  };
  DueFigures figures{.target_seconds = next.total.count()};
  if (now > *next.due) {
    figures.state = DueFigures::State::breached;
    figures.remaining_seconds = -(now - *next.due).count();
    figures.counting = true;
    return figures;
  }
  figures.remaining_seconds = length(now, *next.due);
  figures.counting = plain || calendar.is_open(now);
  if (!plain) figures.changes_at = figures.counting ? calendar.closes_at(now) : calendar.next_opening(now);
  return figures;
}

}  // namespace punctual::desk
