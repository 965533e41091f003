#include "desk/configuration/configuration.h"

#include <algorithm>
#include <map>
#include <set>

#include "desk/mail_templates.h"
#include "desk/policy_versions.h"
#include "store/agreements.h"
#include "store/calendars.h"
#include "store/text/fold.h"

namespace punctual::desk {

namespace {

std::vector<PolicyEntry> read_policies(store::Session& session, Instant now) {
  const PolicyVersions versions(store::read_policies(session));
  const auto rules_of = [&](CalendarId id) { return store::read_calendar(session, id); };
  std::set<std::string> names;
  for (const auto& row : versions.rows()) names.insert(row.name);
  std::vector<PolicyEntry> entries;
  for (const auto& name : names) {
    const auto& row = versions.row(versions.in_force(name, now));
    if (row.ended_at) continue;
    auto& entry = entries.emplace_back(PolicyEntry{.name = name, .tiers = row.tiers});
    if (row.own_calendar) entry.coverage = rules_of(row.own_calendar);
    for (std::size_t i = 0; i < row.tier_calendars.size(); ++i)
      if (const auto own = row.tier_calendars[i]) entry.tier_coverage[i] = rules_of(own);
    for (std::size_t i = 0; i < row.out_of_hours.size(); ++i)
      if (const auto& other = row.out_of_hours[i])
        entry.out_of_hours[i] = PolicyEntry::OutOfHours{other->policy, rules_of(other->calendar)};
  }
  return entries;
}

/// Nobody where who led it has left, or is in it no more.
std::string lead_of(const store::PodRow& pod, const std::vector<store::PersonRow>& people) {
  if (!pod.lead || std::ranges::find(pod.members, *pod.lead) == pod.members.end()) return {};
  const auto lead = std::ranges::find(people, *pod.lead, &store::PersonRow::id);
  return lead->active ? lead->email : std::string();
}

/// Pods, then people with the pods they are in.
void read_people(store::Session& session, Configuration& configuration) {
  const auto pods = store::read_pods(session);
  const auto people = store::read_people(session);
  for (const auto& pod : pods)
    if (pod.active) configuration.pods.push_back({pod.name, {}, pod.needed, lead_of(pod, people)});
  for (const auto& person : people) {
    if (!person.active) continue;
    PersonEntry entry{person.name, person.email, {}, person.role, {}, person.hours, person.skills};
    for (const auto& pod : pods)
      if (pod.active && std::ranges::find(pod.members, person.id) != pod.members.end())
        entry.pods.push_back(pod.name);
    configuration.people.push_back(std::move(entry));
  }
}

void read_clients(store::Session& session, Configuration& configuration) {
  std::map<PodId, std::string> pods;
  for (const auto& pod : store::read_pods(session)) pods[pod.id] = pod.name;
  std::map<ClientId, std::vector<ContactEntry>> contacts;
  for (const auto& contact : store::read_contacts(session))
    if (contact.active) contacts[contact.client].push_back({contact.name, contact.email, contact.approves});
  auto agreements = store::read_agreements(session);
  for (const auto& client : store::read_clients(session))
    if (client.active)
      configuration.clients.push_back({client.name,
                                       {},
                                       client.pod ? pods[*client.pod] : std::string(),
                                       client.policy,
                                       contacts[client.id],
                                       client.skills,
                                       client.time_zone,
                                       agreements[client.id]});
}

}  // namespace

bool is_peopled(const Configuration& configuration, std::string_view pod) {
  return std::ranges::any_of(configuration.people, [&](const PersonEntry& person) {
    return std::ranges::find(person.pods, pod) != person.pods.end();
  });
}

void put_in_order(Configuration& configuration) {
  const auto folded = [](auto member) {
    return [member](const auto& entry) { return store::fold_case(entry.*member); };
  };
  std::ranges::sort(configuration.holidays, {}, &HolidayEntry::date);
  std::ranges::sort(configuration.policies, {}, folded(&PolicyEntry::name));
  std::ranges::sort(configuration.pods, {}, folded(&PodEntry::name));
  std::ranges::sort(configuration.people, {}, folded(&PersonEntry::email));
  std::ranges::sort(configuration.clients, {}, folded(&ClientEntry::name));
  for (auto& person : configuration.people) {
    std::ranges::sort(person.pods);
    std::ranges::sort(person.skills);
  }
  for (auto& client : configuration.clients) {
    std::ranges::sort(client.contacts, {}, folded(&ContactEntry::email));
    std::ranges::sort(client.skills);
    std::ranges::sort(client.agreement, {}, [](const auto& version) { return version.terms.from; });
  }
}

std::optional<Configuration> read_configuration(store::Session& session, Instant now) {
  if (!has_profile(session)) return std::nullopt;
  Configuration configuration{.profile = read_profile(session), .policies = read_policies(session, now)};
  auto hours = read_hours(session);
  configuration.hours = std::move(hours.hours);
  configuration.holidays = std::move(hours.holidays);
  // Around the clock is the same in every zone.
  for (auto& policy : configuration.policies) {
    const auto settle = [&](BusinessHours& coverage) {
      if (coverage.always_open) coverage.zone = configuration.hours.zone;
    };
    if (policy.coverage) settle(*policy.coverage);
    for (auto& own : policy.tier_coverage)
      if (own) settle(*own);
    for (auto& other : policy.out_of_hours)
      if (other) settle(other->coverage);
  }
  read_people(session, configuration);
  read_clients(session, configuration);
  configuration.mail_templates = read_mail_templates(session);
  put_in_order(configuration);
  return configuration;
}

}  // namespace punctual::desk
