#pragma once

#include <optional>
#include <string>

#include "desk/desk.h"
#include "desk/queries/mail_facts.h"

namespace punctual::desk {

/// What a mail about an account says to whoever reads it. No link that works is ever among it.
struct AccountMailFacts {
  store::MailKind kind{};
  std::string desk_name;
  std::string from_address;
  TimeZone zone;
  std::string to_name;
  std::string to_address;
  std::string message_id;
  std::string inviter;        ///< invitations: who sent the last one; empty: the desk
  std::string password_page;  ///< where another password is asked for
  text::TemplateSources templates;
};
AccountMailFacts read_account_mail_facts(const Desk& desk, store::Session& session,
                                         const store::OutboxRow& row);

/// A page where a password is set: whoever knows it becomes that person. It is made when it is asked for, and
/// kept nowhere.
struct WorkingLink {
  std::string url;
  Instant until{};
};
/// A mail on its way to its receiver, with their link; none where the kind has none, or it was used, replaced
/// or came too late.
struct AccountMail {
  AccountMailFacts facts;
  std::optional<WorkingLink> link;
};
AccountMail read_account_mail(const Desk& desk, store::Session& session, const store::OutboxRow& row,
                              Instant now);

/// For a manager who reads the mails: an invitation's alone, and only where no server brings it to its
/// receiver.
std::optional<WorkingLink> link_to_pass_on(const Desk& desk, store::Session& session,
                                           const store::OutboxRow& row, Instant now);

}  // namespace punctual::desk
