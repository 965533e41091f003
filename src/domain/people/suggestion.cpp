#include "domain/people/suggestion.h"

#include <algorithm>
#include <tuple>

#include "domain/people/suggestion_reasons.h"

namespace punctual::people {
namespace {

using Kind = Reason::Kind;

Instant by_when(const TicketNeed& need, const Calendar& desk_hours) {
  if (need.due && *need.due > need.now) return *need.due;
  // A desk that never opens still needs somebody.
  return desk_hours.due(need.now, Target::of_business_days(2)).value_or(need.now + std::chrono::days{2});
}

/// Of those who can have it; of all where nobody can.
Least least_of(std::span<const Candidate> candidates, std::span<const Presence> presences) {
  const bool somebody = std::ranges::any_of(presences, &Presence::enough);
  std::optional<Least> least;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& one = candidates[i];
    if (somebody && !presences[i].enough) continue;
    if (!least) least = {one.active_tickets, one.given_in_7_days, presences[i].there, one.last_given};
    least->active_tickets = std::min(least->active_tickets, one.active_tickets);
    least->given_in_7_days = std::min(least->given_in_7_days, one.given_in_7_days);
    least->there = std::min(least->there, presences[i].there);
    least->given = std::min(least->given, one.last_given);
  }
  return least.value_or(Least{});
}

std::vector<Presence> presences_by(Instant until, const TicketNeed& need,
                                   std::span<const Candidate> candidates) {
  std::vector<Presence> presences;
  for (const Candidate& one : candidates)
    presences.push_back(presence_of(one.colleague.worker->at_work, need, until));
  return presences;
}

struct Ranked {
  Suggestion suggestion;
  std::optional<Instant> last_given;
  bool in_pod = false;

  auto rank() const {
    return std::tuple(!suggestion.eligible, !in_pod,
                      std::ranges::count(suggestion.reasons, Kind::lacks_skill, &Reason::kind),
                      -suggestion.points, last_given, suggestion.person);
  }
};

EscalatesTo escalate(std::span<const Candidate> candidates, Instant now) {
  using As = EscalatesTo::As;
  std::optional<std::tuple<As, Instant, int, PersonId>> best;
  for (const Candidate& one : candidates) {
    const auto at = one.colleague.worker->at_work.next_opening(now);
    if (!at) continue;
    auto as = As::first_at_work;
    if (*at == now) {
      if (one.colleague.leads_pod)
        as = As::pod_lead;
      else if (one.colleague.role == Role::coordinator)
        as = As::coordinator;
      else if (one.colleague.role == Role::manager)
        as = As::manager;
    }
    const std::tuple here{as, *at, one.active_tickets, one.colleague.id()};
    if (!best || here < *best) best = here;
  }
  if (!best) return {.as = As::nobody};
  return {std::get<0>(*best), std::get<3>(*best), std::get<1>(*best)};
}

}  // namespace

Suggestions suggest(const TicketNeed& need, std::span<const Candidate> candidates,
                    const Calendar& desk_hours) {
  Suggestions suggestions{by_when(need, desk_hours), {}, {}};
  auto presences = presences_by(suggestions.until, need, candidates);
  // What is late waits for nobody who comes back while somebody is there.
  if (need.due && *need.due <= need.now) {
    const Instant soon = need.now + need.enough;
    auto there = presences_by(soon, need, candidates);
    if (std::ranges::any_of(there, &Presence::enough)) {
      suggestions.until = soon;
      presences = std::move(there);
    }
  }
  const auto least = least_of(candidates, presences);
  std::vector<Ranked> ranked;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& one = candidates[i];
    Suggestion made{one.colleague.id(), presences[i].enough, 0,
                    reasons_of(one, need, presences[i].reason, least)};
    for (const Reason& reason : made.reasons) made.points += points_of(reason);
    ranked.push_back({std::move(made), one.last_given, one.colleague.in_pod});
  }
  std::ranges::sort(ranked, {}, &Ranked::rank);
  for (auto& one : ranked) suggestions.candidates.push_back(std::move(one.suggestion));
  if (std::ranges::none_of(presences, &Presence::enough))
    suggestions.escalates_to = escalate(candidates, need.now);
  return suggestions;
}

}  // namespace punctual::people
