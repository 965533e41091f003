#include "web/api/rota_json.h"

#include <algorithm>
#include <ranges>

#include "desk/rota/coverage.h"
#include "store/ticket_queue.h"

namespace punctual::web {

std::vector<PeriodJson> periods_json(const std::vector<Interval>& intervals) {
  std::vector<PeriodJson> periods;
  for (const auto& [from, to] : intervals) periods.push_back({from, to});
  return periods;
}

GapJson gap_json(const desk::Catalogue& catalogue, const people::CoverageGap& gap, int needed) {
  GapJson json{gap.gap.over.opens,
               gap.gap.over.closes,
               gap.gap.present,
               needed,
               desk::cause_words(catalogue, gap.causes, needed),
               {},
               std::max<std::int64_t>(0, std::ssize(gap.endangered) - most_named)};
  for (const ClientId id : gap.endangered | std::views::take(most_named))
    if (const auto* client = catalogue.client(id)) json.endangers.push_back({id.value, client->name});
  return json;
}

RecurringGapJson recurring_gap_json(const desk::Catalogue& catalogue, const people::RecurringGap& gap,
                                    int needed) {
  return {gap_json(catalogue, gap.first, needed), std::ssize(gap.times), gap.times.back().opens};
}

HoursOfDayJson hours_of_day_json(const std::optional<WallInterval>& hours) {
  if (!hours) return {};
  return std::vector<std::string>{format_minutes(hours->open), format_minutes(hours->close)};
}

std::optional<DueTicketJson> due_ticket_json(const desk::Catalogue& catalogue, store::Session& session,
                                             TicketId id) {
  const auto ticket = store::find_ticket(session, id);
  if (!ticket) return std::nullopt;
  return DueTicketJson{
      desk::ref_of(id), ticket->summary, named_client(catalogue, ticket->client.value_or(ClientId{})),
      named_person(catalogue, ticket->assignee.value_or(PersonId{})), Instant{Seconds{ticket->next_due}}};
}

}  // namespace punctual::web
