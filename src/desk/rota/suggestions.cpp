#include "desk/rota/suggestions.h"

#include "desk/rota/colleagues.h"
#include "store/assignments.h"

namespace punctual::desk {
namespace {

constexpr std::chrono::days fairly{7};
constexpr int newest_of_client = 200;
}  // namespace

Candidates::Candidates(const Catalogue& catalogue, store::Session& session, Instant now)
    : catalogue_(catalogue), session_(session) {
  const auto counts = store::read_counts(session);
  for (const auto& colleague : who_can_sign_in(catalogue, session)) {
    const auto given = store::read_given(session, colleague.id(), now - fairly);
    everybody_.push_back({.colleague = colleague,
                          .skills = catalogue.person(colleague.id())->skills,
                          .active_tickets = static_cast<int>(store::active_with(counts, colleague.id())),
                          .given_in_7_days = given.since,
                          .last_given = given.last});
  }
}

std::vector<people::Candidate> Candidates::of(const store::TicketRow& ticket) {
  auto candidates = everybody_;
  const auto* pod = pod_of(catalogue_, ticket.pod.value_or(PodId{}), ticket.client.value_or(ClientId{}));
  const auto resolved = ticket.client
                            ? store::read_resolved(session_, *ticket.client, ticket.site, newest_of_client)
                            : std::map<PersonId, store::Resolved>();
  for (auto& candidate : candidates) {
    candidate.colleague = seen_from(pod, candidate.colleague);
    if (const auto known = resolved.find(candidate.colleague.id()); known != resolved.end()) {
      candidate.resolved_for_client = known->second.for_client;
      candidate.resolved_for_site = known->second.for_site;
    }
  }
  return candidates;
}

people::TicketNeed need_of(const Catalogue& catalogue, const store::TicketRow& ticket, Instant now) {
  people::TicketNeed need{.skills = {}, .due = std::nullopt, .now = now};
  if (const auto* client = ticket.client ? catalogue.client(*ticket.client) : nullptr)
    need.skills = client->skills;
  if (ticket.next_due != store::never_due) need.due = Instant{Seconds{ticket.next_due}};
  return need;
}

people::Suggestions suggestions_for(const Catalogue& catalogue, store::Session& session,
                                    const store::TicketRow& ticket, Instant now) {
  const auto candidates = Candidates(catalogue, session, now).of(ticket);
  return people::suggest(need_of(catalogue, ticket, now), candidates, catalogue.hours());
}

}  // namespace punctual::desk
