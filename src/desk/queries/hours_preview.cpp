#include "desk/queries/hours_preview.h"

#include <algorithm>
#include <tuple>

#include "desk/configuration/policy_plan.h"
#include "store/journal.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

using Effect = MovedTicket::Effect;

constexpr std::size_t most_listed = 100;
constexpr int tickets_at_once = 500;

/// The versions as they are, and those that would follow them.
struct Versions {
  PromiseVersions promises;
  std::map<PolicyId, PolicyId> next;
};

Versions versions_of(const Catalogue& catalogue, const ZoneSource& zones, const Following& following) {
  Versions versions{catalogue.promises(), {}};
  std::map<CalendarId, Calendar> unwritten;
  for (const auto& [id, rules] : following.calendars) unwritten.emplace(id, compile(rules, zones));
  const auto calendar_of = [&](CalendarId id) {
    const auto found = unwritten.find(id);
    return found == unwritten.end() ? catalogue.calendar(id) : found->second;
  };
  PolicyId unused{-1};
  for (const auto& row : following.versions) {
    versions.promises.emplace(unused, terms_of(row, calendar_of));
    versions.next[row.supersedes] = unused;
    --unused.value;
  }
  return versions;
}

bool late(const std::optional<Instant>& due, Instant now) {
  return due && *due < now;
}

Effect effect_of(const event::MovedDue& due, Instant now) {
  if (late(due.before, now) == late(due.after, now)) return Effect::moves;
  return late(due.after, now) ? Effect::becomes_late : Effect::no_longer_late;
}

auto order_of(const MovedTicket& ticket) {
  return std::tuple(ticket.effect, ticket.due.after.value_or(Instant::max()), ticket.id.value);
}

std::optional<MovedTicket> moved(TicketId id, const TicketState& ticket, const event::Rejudged& verdict,
                                 Instant now) {
  std::optional<MovedTicket> most;
  for (const auto& due : verdict.moved) {
    MovedTicket one{id,
                    summary_of(ticket.request.description),
                    ticket.request.client,
                    ticket.assignee,
                    effect_of(due, now),
                    due};
    if (!most || order_of(one) < order_of(*most)) most = std::move(one);
  }
  return most;
}

}  // namespace

HoursPreview preview_hours(const Desk& desk, store::Session& session, const BusinessHours& hours,
                           Instant now) {
  const store::Snapshot snapshot(session);
  (void)read_hours(session);  // begins the snapshot: the catalogue, taken after, knows every version in it
  const auto catalogue = desk.catalogue();
  return preview_following(
      *catalogue, desk.zones(), session,
      {{{unwritten_desk_calendar, hours}}, on_calendar(catalogue->policies(), unwritten_desk_calendar)}, now);
}

HoursPreview preview_following(const Catalogue& catalogue, const ZoneSource& zones, store::Session& session,
                               const Following& following, Instant now) {
  HoursPreview preview;
  const auto versions = versions_of(catalogue, zones, following);
  const auto look_at = [&](TicketId id) {
    const auto ticket = fold(store::read_journal(session, id));
    if (!is_active(ticket.status)) return;
    ++preview.running;
    const auto to = versions.next.find(catalogue.policies().followed(ticket.policy));
    if (to == versions.next.end()) return;
    const auto at = std::max(now, ticket.recorded_at);
    auto line = moved(id, ticket, rejudged(ticket, versions.promises, to->second, at), at);
    if (!line) return;
    ++preview.moved;
    preview.becoming_late += line->effect == Effect::becomes_late;
    preview.no_longer_late += line->effect == Effect::no_longer_late;
    preview.tickets.push_back(std::move(*line));
    if (preview.tickets.size() < 4 * most_listed) return;
    std::ranges::sort(preview.tickets, {}, order_of);
    preview.tickets.resize(most_listed);
  };
  for (const auto& policy : catalogue.policies().rows()) {
    TicketId after;
    for (bool more = true; more;) {
      const auto ids = store::active_judged_by(session, policy.id, after, tickets_at_once);
      for (const TicketId id : ids) look_at(id);
      more = ids.size() == tickets_at_once;
      if (more) after = ids.back();
    }
  }
  std::ranges::sort(preview.tickets, {}, order_of);
  if (preview.tickets.size() > most_listed) preview.tickets.resize(most_listed);
  return preview;
}

}  // namespace punctual::desk
