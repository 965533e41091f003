#include "desk/access/known_browser.h"

#include "store/crypto/digest.h"

namespace punctual::desk {

namespace {

constexpr std::size_t nonce_bytes = 16;

std::string signed_nonce(const Desk& desk, std::string_view nonce, std::string_view account) {
  const auto mac = desk.sign("known browser", std::string(nonce) + " " + std::string(account));
  return std::string(nonce) + "." + store::to_base64url(store::view(mac));
}

}  // namespace

std::string known_browser(const Desk& desk, std::string_view account) {
  return signed_nonce(desk, store::to_base64url(store::random_bytes(nonce_bytes)), account);
}

bool is_known_browser(const Desk& desk, std::string_view secret, std::string_view account) {
  if (secret.size() > 100) return false;
  const auto nonce = secret.substr(0, secret.find('.'));
  return store::equal_constant_time(secret, signed_nonce(desk, nonce, account));
}

}  // namespace punctual::desk
