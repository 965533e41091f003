#pragma once

#include <string_view>
#include <vector>

#include "store/directory.h"

namespace punctual::store {

// Rows are found by their id; all but the password and whose it is are written as given.

void write_person(Session& session, const PersonRow& person);
/// Name and whether it is active; its members are `set_pods`'s.
void write_pod(Session& session, const PodRow& pod);
void write_client(Session& session, const ClientRow& client);
void write_contact(Session& session, const ContactRow& contact);
/// The pods a person is in, from now on these alone.
void set_pods(Session& session, PersonId person, const std::vector<PodId>& pods);
/// Signs in from this machine only, with that password.
void make_demo_person(Session& session, PersonId person, std::string_view password_hash);
/// Signed out everywhere, tokens included.
void end_access(Session& session, PersonId person, Instant now);

/// Of those that run, at most so many: by who has them, whose they are, which pod looks after them.
std::vector<TicketId> active_of(Session& session, PersonId assignee, int at_most);
std::vector<TicketId> active_of(Session& session, ClientId client, int at_most);
std::vector<TicketId> active_of(Session& session, PodId pod, int at_most);

}  // namespace punctual::store
