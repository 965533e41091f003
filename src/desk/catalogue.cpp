#include "desk/catalogue.h"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include "store/agreements.h"
#include "store/calendars.h"
#include "store/rota.h"

namespace punctual::desk {

namespace {

template <class Rows, class Key>
auto find_by_id(const Rows& rows, Key id) -> decltype(rows.data()) {
  const auto found = std::ranges::find(rows, id, [](const auto& row) { return row.id; });
  return found == rows.end() ? nullptr : &*found;
}

std::runtime_error unknown_zone(const std::string& name) {
  return std::runtime_error("business hours: the time zone " + name +
                            " is unknown on this machine; install tzdata or correct the name");
}

/// Many have the same week; with the desk's holidays in it, it is made once.
class Weeks {
 public:
  explicit Weeks(const std::map<Date, std::string>& holidays) : holidays_(holidays) {}

  std::shared_ptr<const BusinessHours> of(const BusinessHours& hours) {
    const auto known = std::ranges::find(weeks_, hours, &Week::hours);
    if (known != weeks_.end()) return known->worked;
    return weeks_.emplace_back(hours, people::with_holidays(hours, holidays_)).worked;
  }

 private:
  struct Week {
    BusinessHours hours;
    std::shared_ptr<const BusinessHours> worked;
  };
  const std::map<Date, std::string>& holidays_;
  std::vector<Week> weeks_;
};

}  // namespace

Calendar compile(const BusinessHours& hours, const ZoneSource& zones) {
  const auto zone = zones.find(hours.zone);
  if (!zone) throw unknown_zone(hours.zone);
  return people::countable(hours, *zone);
}

std::shared_ptr<const people::Worker> Catalogue::worker_of(PersonId id,
                                                           std::shared_ptr<const BusinessHours> week,
                                                           std::vector<people::RotaChange> changes,
                                                           const ZoneSource& zones, const Catalogue* before) {
  if (before)
    if (const auto known = before->workers_.find(id);
        known != before->workers_.end() && known->second->changes == changes && *known->second->week == *week)
      return known->second;
  auto made = people::Worker::of(id, week, std::move(changes), zones);
  if (!made) throw unknown_zone(week->zone);
  return std::make_shared<const people::Worker>(*std::move(made));
}

std::shared_ptr<const Catalogue> Catalogue::load(store::Session& session, const ZoneSource& zones,
                                                 const Catalogue* before) {
  auto catalogue = std::make_shared<Catalogue>();
  catalogue->versions_ = read_versions(session);
  catalogue->profile_ = read_profile(session);
  catalogue->stages_ = people::percents_of(catalogue->profile_.escalation);
  catalogue->business_hours_ = read_hours(session);
  catalogue->people_ = store::read_people(session);
  catalogue->pods_ = store::read_pods(session);
  catalogue->clients_ = store::read_clients(session);
  catalogue->agreements_ = store::read_agreements(session);
  for (const auto& client : catalogue->clients_) {
    if (client.time_zone.empty()) continue;
    const auto zone = zones.find(client.time_zone);
    if (!zone) throw unknown_zone(client.time_zone);
    catalogue->client_zones_.emplace(client.id, *zone);
  }
  catalogue->mail_templates_ = read_mail_templates(session);
  catalogue->policies_ = PolicyVersions(store::read_policies(session));
  auto changes = store::read_rota_changes(session);
  Weeks weeks(catalogue->business_hours_.hours.holidays);
  for (const auto& person : catalogue->people_) {
    auto worker = worker_of(person.id, weeks.of(person.hours), std::move(changes[person.id]), zones, before);
    Assignable assignable{person.id, person.name, person.active, worker->at_work, {}};
    catalogue->workers_.emplace(person.id, std::move(worker));
    for (const auto& pod : catalogue->pods_)
      if (std::ranges::find(pod.members, person.id) != pod.members.end()) assignable.pods.push_back(pod.id);
    catalogue->assignables_.push_back(std::move(assignable));
  }
  for (const auto& pod : catalogue->pods_)
    if (pod.active) catalogue->pod_ids_.push_back(pod.id);
  const auto calendar_of = [&](CalendarId id) {
    auto& calendars = catalogue->calendars_;
    if (const auto known = calendars.find(id); known != calendars.end()) return known->second;
    if (before)
      if (const auto known = before->calendars_.find(id); known != before->calendars_.end())
        return calendars.insert(*known).first->second;
    const auto& desks = catalogue->business_hours_;  // its rules are read already
    return calendars
        .emplace(id, compile(id == desks.calendar ? desks.hours : store::read_calendar(session, id), zones))
        .first->second;
  };
  calendar_of(catalogue->business_hours_.calendar);
  for (const auto& policy : catalogue->policies_.rows())
    catalogue->promises_.emplace(policy.id, terms_of(policy, calendar_of));
  return catalogue;
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

const std::vector<agreement::Version>& Catalogue::agreement(ClientId client) const {
  static const std::vector<agreement::Version> nothing;
  const auto found = agreements_.find(client);
  return found == agreements_.end() ? nothing : found->second;
}

const TimeZone& Catalogue::zone_of(ClientId client) const {
  const auto found = client_zones_.find(client);
  return found == client_zones_.end() ? zone() : found->second;
}

const std::string& Catalogue::policy_of(const store::ClientRow& client, Instant at) const {
  const auto* version = agreement::version_at(agreement(client.id), zone_of(client.id).date(at));
  return version && !version->policy.empty() ? version->policy : client.policy;
}

}  // namespace punctual::desk
