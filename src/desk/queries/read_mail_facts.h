#pragma once

#include "desk/desk.h"
#include "desk/queries/mail_facts.h"

namespace punctual::desk {

/// What the mail about an account says now. One that carries a link has it in `staff_url` and its end in
/// `due`; neither once the link was used or replaced.
MailFacts read_account_mail_facts(const Desk& desk, store::Session& session, const store::OutboxRow& row);

/// What the mail of that row says now; nothing where its event is gone (redacted).
std::optional<MailFacts> read_mail_facts(const Desk& desk, store::Session& session,
                                         const store::OutboxRow& row);

}  // namespace punctual::desk
