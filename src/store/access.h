#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/id.h"
#include "store/crypto/digest.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Sessions and tokens are kept by their hash alone: the file gives nobody access (SECURITY 8).
void insert_session(Session& session, const Sha256& token_hash, PersonId person, Instant now,
                    Instant expires);
/// Whose session it is; nothing when unknown or expired.
std::optional<PersonId> find_session(Session& session, const Sha256& token_hash, Instant now);
void delete_session(Session& session, const Sha256& token_hash);
void delete_expired_sessions(Session& session, Instant now);

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
/// Whose token it is; nothing when unknown, expired or revoked.
std::optional<PersonId> find_token(Session& session, const Sha256& token_hash, Instant now);

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
