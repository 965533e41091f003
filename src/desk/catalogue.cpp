#include "desk/catalogue.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace punctual::desk {

namespace {

PromiseTerms terms_of(const store::PolicyRow& policy, const auto& calendar_of) {
  const auto tier = [&](std::size_t i) {
    TierTerms terms{.usual = {policy.tiers[i], calendar_of(policy.hours())}};
    if (const auto& other = policy.out_of_hours[i])
      terms.out_of_hours = {other->policy, calendar_of(other->hours)};
    return terms;
  };
  return {{tier(0), tier(1), tier(2), tier(3)}, calendar_of(policy.desk_hours), policy.goal};
}

template <class Rows, class Key>
auto find_by_id(const Rows& rows, Key id) -> decltype(rows.data()) {
  const auto found = std::ranges::find(rows, id, [](const auto& row) { return row.id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

Calendar compile(const BusinessHours& hours, const ZoneSource& zones) {
  auto zone = zones.find(hours.zone);
  if (!zone)
    throw std::runtime_error("business hours: the time zone " + hours.zone +
                             " is unknown on this machine; install tzdata or correct the name");
  return hours.always_open ? Calendar::always(*zone) : Calendar::compile(hours, *zone);
}

std::shared_ptr<const Catalogue> Catalogue::load(store::Session& session, const ZoneSource& zones) {
  auto catalogue = std::make_shared<Catalogue>();
  catalogue->profile_ = read_profile(session);
  catalogue->business_hours_ = read_hours(session);
  catalogue->hours_ = compile(catalogue->business_hours_.hours, zones);
  catalogue->people_ = store::read_people(session);
  catalogue->pods_ = store::read_pods(session);
  catalogue->clients_ = store::read_clients(session);
  catalogue->policies_ = store::read_policies(session);
  for (const auto& person : catalogue->people_) {
    Colleague colleague{person.id, person.name, person.active, compile(person.hours, zones), {}};
    for (const auto& pod : catalogue->pods_)
      if (std::ranges::find(pod.members, person.id) != pod.members.end()) colleague.pods.push_back(pod.id);
    catalogue->colleagues_.push_back(std::move(colleague));
  }
  for (const auto& pod : catalogue->pods_) catalogue->pod_ids_.push_back(pod.id);
  // Most versions count on the same hours; each is compiled once.
  std::vector<std::pair<const BusinessHours*, Calendar>> compiled{
      {&catalogue->business_hours_.hours, catalogue->hours()}};
  const auto calendar_of = [&](const BusinessHours& hours) {
    for (const auto& [rules, calendar] : compiled)
      if (*rules == hours) return calendar;
    return compiled.emplace_back(&hours, compile(hours, zones)).second;
  };
  for (const auto& policy : catalogue->policies_) {
    catalogue->promises_.emplace(policy.id, terms_of(policy, calendar_of));
    if (policy.supersedes) catalogue->superseded_by_[policy.supersedes] = policy.id;
  }
  return catalogue;
}

const store::PolicyRow& Catalogue::policy(PolicyId id) const {
  const auto* found = find_by_id(policies_, id);
  assert(found);
  return *found;
}

PolicyId Catalogue::followed(PolicyId id) const {
  for (auto next = superseded_by_.find(id); next != superseded_by_.end(); next = superseded_by_.find(id))
    id = next->second;
  return id;
}

std::vector<PolicyId> Catalogue::superseded() const {
  std::vector<PolicyId> ids;
  for (const auto& [id, by] : superseded_by_) ids.push_back(id);
  return ids;
}

PolicyId Catalogue::policy_in_force(std::string_view name, Instant at) const {
  const store::PolicyRow* chosen = nullptr;
  for (const auto& policy : policies_) {  // by name, then version
    if (policy.name != name || superseded_by_.contains(policy.id)) continue;
    // Versions follow one another by their start; of the same start the later one holds.
    if (!chosen || (policy.starts_at <= at && policy.starts_at >= chosen->starts_at) ||
        (chosen->starts_at > at && policy.starts_at < chosen->starts_at))
      chosen = &policy;
  }
  if (!chosen) throw std::runtime_error("there is no policy named " + std::string(name));
  return chosen->id;
}

const store::PersonRow* Catalogue::person(PersonId id) const {
  return find_by_id(people_, id);
}
const store::PodRow* Catalogue::pod(PodId id) const {
  return find_by_id(pods_, id);
}
const store::ClientRow* Catalogue::client(ClientId id) const {
  return find_by_id(clients_, id);
}

}  // namespace punctual::desk
