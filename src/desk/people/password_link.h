#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "store/password_links.h"

namespace punctual::desk {

/// A link by mail with which a person sets a password: "12-<43 characters>", a keyed hash of the row's id and
/// nonce. What the file holds makes no link without the folder's key (SECURITY 8).
std::string password_token(const Desk& desk, const store::PasswordLinkRow& link);
/// The page's address below the configured base URL (SECURITY 9).
std::string password_url(const Desk& desk, const store::PasswordLinkRow& link);
/// The link that works now and whose token this is; nothing where it is wrong, used, replaced or too late.
std::optional<store::PasswordLinkRow> link_of_token(const Desk& desk, store::Session& session,
                                                    std::string_view token, Instant now);

/// A new one: an invitation works for 7 days and ends the person's earlier ones, a reset for 10 minutes.
store::PasswordLinkRow make_link(store::Session& session, PersonId person, store::LinkKind kind, Instant now);

}  // namespace punctual::desk
