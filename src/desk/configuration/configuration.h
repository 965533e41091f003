#pragma once

#include <array>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "desk/business_hours.h"
#include "desk/profile.h"
#include "desk/text/template.h"
#include "domain/agreement/version.h"
#include "domain/sla/policy.h"
#include "store/directory.h"

namespace punctual::desk {

/// A desk as its people would write it down: all that an agency decides, nothing that happened. What has a
/// `was` may be found by that name instead, once, and takes the new one; it is no part of what is compared.

struct PolicyEntry {
  std::string name;
  std::array<sla::Policy, 4> tiers;                             ///< tier 1 first
  std::optional<BusinessHours> coverage;                        ///< none: the desk's hours, and their changes
  std::array<std::optional<BusinessHours>, 4> tier_coverage{};  ///< of a tier that counts on other hours
  struct OutOfHours {
    sla::Policy promises;
    BusinessHours coverage;
    bool operator==(const OutOfHours&) const = default;
  };
  std::array<std::optional<OutOfHours>, 4> out_of_hours;  ///< SEMANTICS 14c
  bool operator==(const PolicyEntry&) const = default;
};

struct PodEntry {
  std::string name;
  std::string was;
  int needed = 1;      ///< at work in every hour promised to its clients
  std::string lead{};  ///< one of its people, by mail address; empty: nobody
  bool operator==(const PodEntry& other) const {
    return std::tie(name, needed, lead) == std::tie(other.name, other.needed, other.lead);
  }
};

struct PersonEntry {
  std::string name;
  std::string email;
  std::string was;  ///< the mail address before
  people::Role role{};
  std::vector<std::string> pods;      ///< by name, ascending
  BusinessHours hours;                ///< their week; off on the desk's holidays, too
  std::vector<std::string> skills{};  ///< in the agency's own words, ascending
  bool operator==(const PersonEntry& other) const {
    return std::tie(name, email, role, pods, hours, skills) ==
           std::tie(other.name, other.email, other.role, other.pods, other.hours, other.skills);
  }
};

struct ContactEntry {
  std::string name;
  std::string email;
  bool approves = false;  ///< estimates; gets statements, too
  bool operator==(const ContactEntry&) const = default;
};

struct ClientEntry {
  std::string name;
  std::string was;
  std::string pod;     ///< empty: none yet
  std::string policy;  ///< by name
  std::vector<ContactEntry> contacts;
  std::vector<std::string> skills{};  ///< what their sites need, in the words of people's, ascending
  std::string time_zone{};            ///< of their months; empty: the desk's
  std::vector<agreement::Version> agreement{};  ///< by date, none reaching into the next
  bool operator==(const ClientEntry& other) const {
    return std::tie(name, pod, policy, contacts, skills, time_zone, agreement) ==
           std::tie(other.name, other.pod, other.policy, other.contacts, other.skills, other.time_zone,
                    other.agreement);
  }
};

struct Configuration {
  Profile profile;
  BusinessHours hours;                 ///< its holidays are those of the list that are not struck out
  std::vector<HolidayEntry> holidays;  ///< ascending
  std::vector<PolicyEntry> policies;   ///< these and the following by name
  std::vector<PodEntry> pods;
  std::vector<PersonEntry> people;
  std::vector<ClientEntry> clients;
  text::TemplateSources mail_templates;
};

/// Whether somebody is in the pod.
bool is_peopled(const Configuration& configuration, std::string_view pod);

/// In the order in which a desk is read: what differs in order alone is the same.
void put_in_order(Configuration& configuration);

/// The desk as it is; nothing where the folder holds none yet. What history alone names is left out.
std::optional<Configuration> read_configuration(store::Session& session, Instant now);

}  // namespace punctual::desk
