#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "store/password_links.h"

namespace punctual::desk {

// Each in the writer's transaction, with its audit event and mails; `hash` is made before, on the pool.

/// Somebody says they forgot the password of this address. Nothing happens where nobody active has it, or
/// the link that went there last still works.
void ask_for_reset(const Desk& desk, store::Session& session, std::string_view email, Instant now);

/// What a new password gives: who has it now, and the secret of a session that begins with it. All other
/// sessions of the person have ended (SECURITY 10), and where there was a password before, their tokens: who
/// changes it because somebody else may have come in leaves that one nothing.
struct PasswordSet {
  PersonId person;
  std::string session;
};

/// Uses the link up; nothing where it does not work any more: of many at once exactly one sets its password.
std::optional<PasswordSet> set_password(const Desk& desk, store::Session& session, PasswordLinkId link,
                                        const std::string& hash, std::string_view browser, Instant now);

/// By the person, whose old one was right; nothing where they were deactivated meanwhile.
std::optional<PasswordSet> change_password(const Desk& desk, store::Session& session, PersonId person,
                                           const std::string& hash, std::string_view browser, Instant now);

}  // namespace punctual::desk
