#include "desk/people/password_link.h"

#include <charconv>

namespace punctual::desk {

namespace {

constexpr auto invitation_length = std::chrono::days{7};
constexpr auto reset_length = std::chrono::minutes{10};
constexpr std::size_t nonce_bytes = 16;

}  // namespace

std::string password_token(const Desk& desk, const store::PasswordLinkRow& link) {
  const auto id = std::to_string(link.id.value);
  const auto mac = desk.sign("password link", id + "." + link.nonce);
  return id + "-" + store::to_base64url(store::view(mac));
}

std::string password_url(const Desk& desk, const store::PasswordLinkRow& link) {
  return desk.options().base_url + "/password/" + password_token(desk, link);
}

std::optional<store::PasswordLinkRow> link_of_token(const Desk& desk, store::Session& session,
                                                    std::string_view token, Instant now) {
  if (token.size() > 80) return std::nullopt;
  PasswordLinkId id;
  const auto dash = token.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto [end, error] = std::from_chars(token.data(), token.data() + dash, id.value);
  if (error != std::errc{} || end != token.data() + dash) return std::nullopt;
  auto link = store::find_link(session, id);
  if (!link || !store::equal_constant_time(token, password_token(desk, *link))) return std::nullopt;
  return link->works_at(now) ? link : std::nullopt;
}

store::PasswordLinkRow make_link(store::Session& session, PersonId person, store::LinkKind kind,
                                 Instant now) {
  const bool invites = kind == store::LinkKind::invitation;
  // Anybody may ask for a reset of anybody's: that must not end a link somebody is about to use.
  if (invites) store::close_links(session, person, now);
  store::PasswordLinkRow link{
      .id = {},
      .person = person,
      .kind = kind,
      .nonce = store::random_bytes(nonce_bytes),
      .created_at = now,
      .expires_at = now + (invites ? Seconds{invitation_length} : Seconds{reset_length}),
      .closed_at = {}};
  link.id = store::insert_link(session, link);
  return link;
}

}  // namespace punctual::desk
