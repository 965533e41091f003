#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "store/statements.h"

namespace punctual::desk {

/// Who reads a statement, by a link of their own: a keyed hash of both, made when its mail is rendered, and
/// kept nowhere. Its corrections are read on the same page.
struct StatementLink {
  StatementId statement;  ///< no correction
  ContactId contact;
};

/// The page's address below the configured base URL.
std::string statement_url(const Desk& desk, store::Session& session, const StatementLink& link);

/// The statement; nothing where the token is wrong in any way or the contact gets statements no more.
std::optional<store::StatementRow> follow_statement_link(const Desk& desk, store::Session& session,
                                                         std::string_view token);

}  // namespace punctual::desk
