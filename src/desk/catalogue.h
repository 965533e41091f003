#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/business_hours.h"
#include "desk/mail_templates.h"
#include "desk/policy_versions.h"
#include "desk/profile.h"
#include "desk/versions.h"
#include "domain/agreement/version.h"
#include "domain/people/coverage.h"
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
  /// Calendars that `before` compiled are taken over, people's too. Throws std::runtime_error where a stored
  /// zone does not exist on this machine.
  static std::shared_ptr<const Catalogue> load(store::Session& session, const ZoneSource& zones,
                                               const Catalogue* before);

  const Profile& profile() const { return profile_; }
  /// Of what this was read.
  const DeskVersions& versions() const { return versions_; }
  const text::TemplateSources& mail_templates() const { return mail_templates_; }
  const HoursVersion& business_hours() const { return business_hours_; }
  const Calendar& hours() const { return calendar(business_hours_.calendar); }
  const TimeZone& zone() const { return hours().zone(); }
  /// One that the hours or a policy version count on.
  const Calendar& calendar(CalendarId id) const { return calendars_.at(id); }
  const std::vector<store::PersonRow>& people() const { return people_; }
  const std::vector<store::PodRow>& pods() const { return pods_; }
  const std::vector<store::ClientRow>& clients() const { return clients_; }
  /// The versions of a client's agreement, by date; empty where nothing was agreed.
  const std::vector<agreement::Version>& agreement(ClientId client) const;
  /// In which a client's dates and months are counted; id 0: who is no client.
  const TimeZone& zone_of(ClientId client) const;
  /// By name: what the client's agreement says at that time, else the client's own.
  const std::string& policy_of(const store::ClientRow& client, Instant at) const;
  const PolicyVersions& policies() const { return policies_; }
  /// Every version, compiled.
  const PromiseVersions& promises() const { return promises_; }
  Terms terms() const { return {.people = assignables_, .pods = pod_ids_, .zone = &zone()}; }
  /// The percentages at which a clock's stages pass.
  const std::vector<int>& stages() const { return stages_; }

  /// A person of this catalogue, week and changes made countable.
  const people::Worker& worker(PersonId id) const { return *workers_.at(id); }
  std::shared_ptr<const people::Worker> shared_worker(PersonId id) const { return workers_.at(id); }

  const store::PersonRow* person(PersonId id) const;
  const store::PodRow* pod(PodId id) const;
  const store::ClientRow* client(ClientId id) const;

 private:
  static std::shared_ptr<const people::Worker> worker_of(PersonId id,
                                                         std::shared_ptr<const BusinessHours> week,
                                                         std::vector<people::RotaChange> changes,
                                                         const ZoneSource& zones, const Catalogue* before);

  Profile profile_;
  std::vector<int> stages_;
  DeskVersions versions_;
  text::TemplateSources mail_templates_;
  HoursVersion business_hours_;
  std::map<CalendarId, Calendar> calendars_;
  std::vector<store::PersonRow> people_;
  std::map<PersonId, std::shared_ptr<const people::Worker>> workers_;
  std::vector<Assignable> assignables_;
  std::vector<store::PodRow> pods_;
  std::vector<PodId> pod_ids_;
  std::vector<store::ClientRow> clients_;
  std::map<ClientId, std::vector<agreement::Version>> agreements_;
  std::map<ClientId, TimeZone> client_zones_;  ///< where it is not the desk's
  PolicyVersions policies_{{}};
  PromiseVersions promises_;
};

}  // namespace punctual::desk
