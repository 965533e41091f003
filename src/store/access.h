#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/id.h"
#include "store/crypto/digest.h"
#include "store/directory.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Who a session or token stands for, as they are now.
struct Holder {
  PersonId id;
  std::string name;
  people::Role role{};
};

/// Sessions and tokens are kept by their hash alone: the file gives nobody access (SECURITY 8).
struct SessionRow {
  SessionId id;
  PersonId person;
  std::string browser;  ///< in a few words; may be empty
  Instant created_at{};
  Instant last_seen_at{};
  Instant expires_at{};
};
/// `row.id` is not read.
void insert_session(Session& session, const Sha256& token_hash, const SessionRow& row);
/// Whose session it is; nothing when unknown, expired or a deactivated person's.
std::optional<Holder> find_session(Session& session, const Sha256& token_hash, Instant now);
/// The session's own row.
std::optional<SessionId> session_id(Session& session, const Sha256& token_hash);
/// The person's, the one used last first.
std::vector<SessionRow> read_sessions(Session& session, PersonId person, Instant now);
void delete_session(Session& session, const Sha256& token_hash);
/// False where that person has no such session.
bool delete_session(Session& session, PersonId person, SessionId id);
/// All of the person but one; how many.
std::int64_t delete_sessions(Session& session, PersonId person, std::optional<SessionId> but = {});
/// Everybody's; how many.
std::int64_t delete_all_sessions(Session& session);
void delete_expired_sessions(Session& session, Instant now);
/// The session and its person were seen now.
void touch_session(Session& session, const Sha256& token_hash, Instant now);

std::int64_t insert_token(Session& session, const Sha256& token_hash, PersonId person, std::string_view note,
                          Instant now, Instant expires);
struct TokenRow {
  std::int64_t id = 0;
  PersonId person;
  std::string note;
  Instant created_at{};
  Instant expires_at{};
};
/// Those that work at `now`, in the order they were made.
std::vector<TokenRow> read_tokens(Session& session, Instant now);
/// False when there is no such token, or it was revoked already.
bool revoke_token(Session& session, std::int64_t id, Instant now);
/// All of that person.
void revoke_tokens(Session& session, PersonId person, Instant now);
/// Whose token it is; nothing when unknown, expired, revoked or a deactivated person's.
std::optional<Holder> find_token(Session& session, const Sha256& token_hash, Instant now);

/// An answer already given to (scope, key).
struct GivenAnswer {
  TicketId ticket;
  bool same_body = false;
};
std::optional<GivenAnswer> find_answer(Session& session, std::string_view scope, std::string_view key,
                                       const Sha256& body_hash);
void insert_answer(Session& session, std::string_view scope, std::string_view key, const Sha256& body_hash,
                   TicketId ticket, Instant now);
void delete_answers_before(Session& session, Instant then);

}  // namespace punctual::store
