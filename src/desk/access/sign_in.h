#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/desk.h"
#include "store/directory.h"

namespace punctual::desk {

/// Who asks: a person in a staff session, or with a token of theirs.
struct Caller {
  PersonId id;
  std::string name;
  people::Role role{};
  std::optional<store::Sha256> session;  ///< of a cookie session; nothing with a token
};

/// The person whose address and password these are; unknown and known accounts take alike. A demo person
/// signs in from this machine only. Takes tens of milliseconds: run it on the pool.
std::optional<store::PersonRow> check_password(const Desk& desk, std::string_view email,
                                               std::string_view password, bool from_loopback);

/// A new session's secret, to be set as the cookie; its hash is stored for 14 days. `browser` is what its
/// person will know it by.
std::string start_session(store::Session& session, PersonId person, std::string_view browser, Instant now);

std::optional<Caller> caller_of_session(const Desk& desk, std::string_view secret, Instant now);
/// An empty or malformed secret is nobody's.
std::optional<Caller> caller_of_token(const Desk& desk, std::string_view secret, Instant now);

/// What a change by a cookie session must carry (SECURITY 13).
std::string csrf_token(const Desk& desk, const store::Sha256& session);

/// A token of a person for programs, valid for a year: the secret, shown this once. Nothing when nobody
/// active has that address.
std::optional<std::string> create_token(store::Session& session, std::string_view email,
                                        std::string_view note, Instant now);

/// What the token opened is closed with the next request (SECURITY 3). False where there is none to revoke.
bool revoke_token(store::Session& session, std::int64_t id, const Actor& by, Instant now);

}  // namespace punctual::desk
