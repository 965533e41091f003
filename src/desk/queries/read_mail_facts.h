#pragma once

#include "desk/desk.h"
#include "desk/queries/mail_facts.h"

namespace punctual::desk {

/// What the mail of that row, about a ticket, says now; nothing where its event is gone (redacted).
std::optional<MailFacts> read_mail_facts(const Desk& desk, store::Session& session,
                                         const store::OutboxRow& row);

}  // namespace punctual::desk
