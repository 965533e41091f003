#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "store/directory.h"

namespace punctual::store {

// Each moves the directory's version, but for passwords: nobody reads those from what they hold.

/// For what else a catalogue holds: whoever has read the directory reads it again.
void move_directory_version(Session& session);

PersonId insert_person(Session& session, const PersonRow& person);
PodId insert_pod(Session& session, const PodRow& pod);
ClientId insert_client(Session& session, const ClientRow& client);
ContactId insert_contact(Session& session, const ContactRow& contact);

// Rows are found by their id; all but the password and whose it is are written as given.

void write_person(Session& session, const PersonRow& person);
/// Name and whether it is active; its members are `set_pods`'s.
void write_pod(Session& session, const PodRow& pod);
void write_client(Session& session, const ClientRow& client);
void write_contact(Session& session, const ContactRow& contact);
/// The pods a person is in, from now on these alone.
void set_pods(Session& session, PersonId person, const std::vector<PodId>& pods);
/// The same the other way round: the people of a pod.
void set_members(Session& session, PodId pod, const std::vector<PersonId>& members);
/// Takes the contact out of the directory; no ticket may name it any more.
void delete_contact(Session& session, ContactId contact);

/// Nothing: they cannot sign in.
void set_password(Session& session, PersonId person, std::optional<std::string_view> hash);
/// Signs in from this machine only, with that password.
void make_demo_person(Session& session, PersonId person, std::string_view password_hash);

}  // namespace punctual::store
