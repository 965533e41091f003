#include "domain/people/leave.h"

#include <algorithm>
#include <tuple>

namespace punctual::people {
namespace {

constexpr std::chrono::days month{31};

}  // namespace

std::optional<Leave> leave_of(const Calendar& at_work, Instant now) {
  const auto next = at_work.next_opening(now);
  if (!next) return std::nullopt;
  std::optional<Leave> day;
  for (const Interval& stretch : at_work.intervals(*next - month, *next + month)) {
    if (day && stretch.opens - day->leaves < longest_break) {
      day->leaves = stretch.closes;
    } else if (day && day->leaves > *next) {
      break;
    } else {
      day = Leave{stretch.opens, stretch.closes, {}};
    }
  }
  if (day->leaves + longest_break > *next + month) return std::nullopt;
  day->returns = at_work.next_opening(day->leaves);
  return day;
}

Instant told_at(const Leave& leave) {
  return std::max(leave.leaves - std::chrono::hours{1}, leave.begins);
}

std::vector<DueWhileAway> due_while_away(const Leave& leave, std::span<const HeldTicket> tickets) {
  std::vector<DueWhileAway> found;
  for (const HeldTicket& ticket : tickets) {
    std::optional<Instant> first;
    for (const Instant due : ticket.dues)
      if (leave.misses(due)) first = first ? std::min(*first, due) : due;
    if (first) found.push_back({ticket.id, *first});
  }
  std::ranges::sort(found, {}, [](const DueWhileAway& due) { return std::pair(due.first, due.ticket); });
  return found;
}

Suggestions who_takes_over(const Leave& leave, PersonId leaver, const DueWhileAway& due, TicketNeed need,
                           std::span<const Candidate> candidates, const Calendar& desk_hours) {
  need.now = leave.leaves;
  need.due = due.first;
  std::vector<Candidate> others;
  for (const Candidate& one : candidates)
    if (one.colleague.id() != leaver) others.push_back(one);
  return suggest(need, others, desk_hours);
}

std::optional<PersonId> falls_to(PersonId leaver, Instant first, std::span<const Candidate> candidates,
                                 Instant now) {
  std::optional<std::tuple<bool, bool, bool, Instant, int, PersonId>> best;
  for (const Candidate& one : candidates) {
    if (one.colleague.id() == leaver) continue;
    const Instant there = one.colleague.worker->at_work.next_opening(now).value_or(Instant::max());
    const bool in_time = there < first || there == now;
    const Role role = one.colleague.role;
    const std::tuple here{role == Role::member, !in_time,          role == Role::manager, there,
                          one.active_tickets,   one.colleague.id()};
    if (!best || here < *best) best = here;
  }
  return best ? std::optional(std::get<PersonId>(*best)) : std::nullopt;
}

}  // namespace punctual::people
