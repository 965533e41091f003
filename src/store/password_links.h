#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

enum class LinkKind { invitation, reset };
std::string_view to_text(LinkKind kind);

/// What a link that lets somebody set a password is made of; the link itself is kept nowhere.
struct PasswordLinkRow {
  PasswordLinkId id;
  PersonId person;
  LinkKind kind{};
  std::string nonce;  ///< random bytes
  Instant created_at{};
  Instant expires_at{};
  std::optional<Instant> closed_at;  ///< used, or replaced by a newer one
  bool works_at(Instant now) const { return !closed_at && now < expires_at; }
};

/// `row.id` is not read; the new id.
PasswordLinkId insert_link(Session& session, const PasswordLinkRow& row);
std::optional<PasswordLinkRow> find_link(Session& session, PasswordLinkId id);
/// The person's newest of that kind.
std::optional<PasswordLinkRow> newest_link(Session& session, PersonId person, LinkKind kind);
/// Closes all of the person that are open.
void close_links(Session& session, PersonId person, Instant now);
/// All that would still work, whose they may be; how many.
std::int64_t close_all_links(Session& session, Instant now);

}  // namespace punctual::store
