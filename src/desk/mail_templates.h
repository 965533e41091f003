#pragma once

#include "desk/text/template.h"
#include "store/sql/session.h"

namespace punctual::desk {

/// The mail templates this desk has of its own, by name: "mail/received.txt". Those built in stand for all
/// others. Throws std::runtime_error where the row is damaged.
text::TemplateSources read_mail_templates(store::Session& session);
void write_mail_templates(store::Session& session, const text::TemplateSources& templates, Instant now);

}  // namespace punctual::desk
