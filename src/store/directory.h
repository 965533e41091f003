#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/business_hours.h"
#include "domain/id.h"
#include "domain/people/role.h"
#include "store/sql/session.h"

namespace punctual::store {

struct PersonRow {
  PersonId id;
  std::string name;
  std::string email;
  people::Role role{};
  bool active = true;
  bool demo = false;                         ///< signs in from this machine only
  std::optional<std::string> password_hash;  ///< nothing: invited, and cannot sign in yet
  BusinessHours hours;                       ///< the weekly pattern
  std::optional<Instant> last_seen_at{};
  std::vector<std::string> skills{};  ///< in the agency's own words, ascending
};

struct PodRow {
  PodId id;
  std::string name;
  std::vector<PersonId> members;
  bool active = true;  ///< no longer: it is named by history alone
  int needed = 1;      ///< at work in every hour promised to its clients
  std::optional<PersonId> lead{};
};

struct ClientRow {
  ClientId id;
  std::string name;
  std::optional<PodId> pod;
  std::string policy;  ///< the policy's name; its version in force at submission judges a ticket
  bool active = true;  ///< no longer: it is named by history alone
  std::vector<std::string> skills{};  ///< what their sites need, in the words of people's
  std::string time_zone{};            ///< of their months; empty: the desk's
};

struct ContactRow {
  ContactId id;
  ClientId client;
  std::string name;
  std::string email;
  bool active = true;     ///< no longer: who writes from that address is a stranger
  bool approves = false;  ///< may approve estimates, and gets statements
  bool operator==(const ContactRow&) const = default;
};

std::vector<PersonRow> read_people(Session& session);
/// Who has taken up their invitation.
std::set<PersonId> people_with_password(Session& session);
std::vector<PodRow> read_pods(Session& session);
std::vector<ClientRow> read_clients(Session& session);
std::vector<ContactRow> read_contacts(Session& session);
std::optional<PersonRow> find_person_by_email(Session& session, std::string_view email);
std::optional<PersonRow> find_person(Session& session, PersonId id);
/// Active managers who have a password, in no order.
std::vector<PersonId> managers_who_sign_in(Session& session);
/// Rises with every change of what is read here, but for passwords and when somebody was last seen.
std::int64_t directory_version(Session& session);
/// An active one, by the exact address, whatever its case.
std::optional<ContactRow> find_contact_by_email(Session& session, std::string_view email);

std::optional<ContactRow> find_contact(Session& session, ContactId id);
/// What the links sent to a contact carry: another for each, and another again once they may approve no more.
/// 0: there is no such contact.
std::int64_t link_salt(Session& session, ContactId id);
/// Active ones who may approve estimates, by name.
std::vector<ContactRow> approvers_of(Session& session, ClientId client);

}  // namespace punctual::store
