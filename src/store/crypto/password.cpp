#include "store/crypto/password.h"

#include <sodium.h>

#include <stdexcept>

#include "store/crypto/digest.h"

namespace punctual::store {

namespace {
// OWASP's argon2id costs: 19 MiB, two passes.
constexpr std::size_t memory_bytes = 19 * 1024 * 1024;
constexpr unsigned long long passes = 2;
}  // namespace

std::string hash_password(std::string_view password) {
  (void)random_bytes(1);  // libsodium is ready
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), passes, memory_bytes) != 0)
    throw std::runtime_error("not enough memory to hash a password");
  hash.resize(hash.find('\0'));
  return hash;
}

bool verify_password(const std::string& hash, std::string_view password) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void pretend_to_verify(std::string_view password) {
  static const std::string nobody = hash_password("nobody signs in with this");
  (void)verify_password(nobody, password);
}

}  // namespace punctual::store
