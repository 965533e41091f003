#pragma once

#include <string>
#include <string_view>

#include "store/directory.h"
#include "store/password_links.h"

namespace punctual::desk {

// What somebody's leaving, other role or other address means for how they come in, whoever decides it: a
// page, a verb or a configuration. Each in the writer's transaction. The caller has made sure that it may be,
// writes the row as it is afterwards, and records what happened.

/// Takes part in nothing any more: password, sessions, tokens and links end. They come back by a new
/// invitation. Their pods are kept for then.
void leave(store::Session& session, store::PersonRow& person, Instant now);

/// Sessions end, since what they may do is another (SECURITY 10). A token says who asks, not what they may:
/// its next request has the new role.
void take_role(store::Session& session, store::PersonRow& person, people::Role role);

/// Links that went to the address before end: whoever reads that one must not become this person.
void take_address(store::Session& session, store::PersonRow& person, std::string address, Instant now);

/// "active", "deactivated" or, without a password yet, "not_invited", "invited" or "invitation_over".
std::string_view state_of(const store::PersonRow& person,
                          const std::optional<store::PasswordLinkRow>& invitation, Instant now);

/// Nobody else could invite anybody then.
bool is_last_manager(store::Session& session, PersonId person);

}  // namespace punctual::desk
