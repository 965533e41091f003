#include "desk/access/sign_in.h"

#include "store/access.h"
#include "store/crypto/password.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {

namespace {

constexpr auto session_length = std::chrono::days{14};
constexpr auto token_length = std::chrono::days{365};
constexpr std::size_t secret_bytes = 32;
constexpr std::string_view token_prefix = "punctual_";

std::optional<Caller> caller(std::optional<store::Holder> holder, std::optional<store::Sha256> session) {
  if (!holder) return std::nullopt;
  return Caller{holder->id, std::move(holder->name), holder->role, session};
}

}  // namespace

std::optional<store::PersonRow> check_password(const Desk& desk, std::string_view email,
                                               std::string_view password, bool from_loopback) {
  auto person = store::find_person_by_email(desk.reader(), email);
  const bool can = person && person->active && person->password_hash && (!person->demo || from_loopback);
  if (!can) {
    store::pretend_to_verify(password);
    return std::nullopt;
  }
  if (!store::verify_password(*person->password_hash, password)) return std::nullopt;
  return person;
}

std::string start_session(store::Session& session, PersonId person, std::string_view browser, Instant now) {
  const std::string secret = store::to_base64url(store::random_bytes(secret_bytes));
  store::insert_session(session, store::sha256(secret),
                        {.id = {},
                         .person = person,
                         .browser = std::string(browser),
                         .created_at = now,
                         .last_seen_at = now,
                         .expires_at = now + session_length});
  return secret;
}

std::optional<Caller> caller_of_session(const Desk& desk, std::string_view secret, Instant now) {
  if (secret.size() < 40 || secret.size() > 64) return std::nullopt;
  const auto hash = store::sha256(secret);
  return caller(store::find_session(desk.reader(), hash, now), hash);
}

std::optional<Caller> caller_of_token(const Desk& desk, std::string_view secret, Instant now) {
  if (!secret.starts_with(token_prefix) || secret.size() > 100) return std::nullopt;
  return caller(store::find_token(desk.reader(), store::sha256(secret), now), std::nullopt);
}

std::string csrf_token(const Desk& desk, const store::Sha256& session) {
  return store::to_base64url(store::view(desk.sign("csrf", store::view(session))));
}

std::optional<std::string> create_token(store::Session& session, std::string_view email,
                                        std::string_view note, Instant now) {
  const auto person = store::find_person_by_email(session, email);
  if (!person || !person->active) return std::nullopt;
  const std::string secret =
      std::string(token_prefix) + store::to_base64url(store::random_bytes(secret_bytes));
  const auto id =
      store::insert_token(session, store::sha256(secret), person->id, note, now, now + token_length);
  std::string content = "{\"person\":" + std::to_string(person->id.value) + ",\"note\":";
  json::write_string(content, note);
  content += '}';
  store::append_audit(session, "token", id, "token_created", now, Actor::desk(), content);
  return secret;
}

bool revoke_token(store::Session& session, std::int64_t id, const Actor& by, Instant now) {
  if (!store::revoke_token(session, id, now)) return false;
  store::append_audit(session, "token", id, "token_revoked", now, by, "{}");
  return true;
}

}  // namespace punctual::desk
