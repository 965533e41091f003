#include "desk/rota/rota_of.h"

#include <set>

namespace punctual::desk {
namespace {

/// Whenever any promise of the policy counts.
Calendar promised_by(const Catalogue& catalogue, PolicyId policy) {
  const auto& row = catalogue.policies().row(policy);
  std::set<CalendarId> ids;
  for (std::size_t i = 0; i < row.tiers.size(); ++i) ids.insert(row.calendar(i));
  for (const auto& out_of_hours : row.out_of_hours)
    if (out_of_hours) ids.insert(out_of_hours->calendar);
  std::vector<Calendar> calendars;
  for (const CalendarId id : ids) calendars.push_back(catalogue.calendar(id));
  return calendars.size() == 1 ? calendars.front() : Calendar::unite(std::move(calendars));
}

}  // namespace

people::Rota rota_of(const Catalogue& catalogue, Instant now) {
  people::Rota rota{.workers = {}, .pods = {}, .clients = {}, .desk_hours = catalogue.hours()};
  for (const auto& person : catalogue.people())
    if (person.active) rota.workers.push_back(catalogue.shared_worker(person.id));
  for (const auto& pod : catalogue.pods())
    if (pod.active)
      rota.pods.push_back({.id = pod.id,
                           .needed = pod.needed,
                           .members = pod.members,
                           .lead = pod.lead.value_or(PersonId{})});
  std::map<std::string_view, Calendar> promised;  // many clients have the same policy
  for (const auto& client : catalogue.clients()) {
    if (!client.active) continue;
    const auto& policy = catalogue.policy_of(client, now);
    auto known = promised.find(policy);
    if (known == promised.end())
      known =
          promised.emplace(policy, promised_by(catalogue, catalogue.policies().in_force(policy, now))).first;
    rota.clients.push_back({.id = client.id, .pod = client.pod.value_or(PodId{}), .promised = known->second});
  }
  return rota;
}

}  // namespace punctual::desk
