#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/business_hours.h"
#include "desk/profile.h"
#include "domain/ticket/decide.h"
#include "domain/ticket/standing.h"
#include "domain/time/zone_source.h"
#include "store/directory.h"
#include "store/policies.h"

namespace punctual::desk {

/// Made countable. Throws std::runtime_error where its zone does not exist on this machine.
Calendar compile(const BusinessHours& hours, const ZoneSource& zones);

/// Everything decisions are taken by, read and compiled once: the profile, people, pods, clients and all
/// policy versions. Immutable; a change of any of it makes a new one.
class Catalogue {
 public:
  /// Throws std::runtime_error where a stored zone does not exist on this machine.
  static std::shared_ptr<const Catalogue> load(store::Session& session, const ZoneSource& zones);

  const Profile& profile() const { return profile_; }
  const HoursVersion& business_hours() const { return business_hours_; }
  const Calendar& hours() const { return *hours_; }
  const TimeZone& zone() const { return hours_->zone(); }
  const std::vector<store::PersonRow>& people() const { return people_; }
  const std::vector<store::PodRow>& pods() const { return pods_; }
  const std::vector<store::ClientRow>& clients() const { return clients_; }
  /// Everything named so far is judged by a version here.
  const PromiseVersions& promises() const { return promises_; }
  const std::vector<store::PolicyRow>& policies() const { return policies_; }
  const store::PolicyRow& policy(PolicyId id) const;
  /// The version that running clocks follow now: the one that superseded it last, or itself.
  PolicyId followed(PolicyId id) const;
  /// Those that another has superseded.
  std::vector<PolicyId> superseded() const;
  /// The version of that name in force at `at` on the present calendar; the first where none had begun yet.
  PolicyId policy_in_force(std::string_view name, Instant at) const;
  Terms terms() const { return {.people = colleagues_, .pods = pod_ids_}; }

  const store::PersonRow* person(PersonId id) const;
  const store::PodRow* pod(PodId id) const;
  const store::ClientRow* client(ClientId id) const;

 private:
  Profile profile_;
  HoursVersion business_hours_;
  std::optional<Calendar> hours_;
  std::vector<store::PersonRow> people_;
  std::vector<Colleague> colleagues_;
  std::vector<store::PodRow> pods_;
  std::vector<PodId> pod_ids_;
  std::vector<store::ClientRow> clients_;
  std::vector<store::PolicyRow> policies_;
  PromiseVersions promises_;
  std::map<PolicyId, PolicyId> superseded_by_;
};

}  // namespace punctual::desk
