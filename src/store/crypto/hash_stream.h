#pragma once

#include <sodium.h>

#include <string_view>

#include "store/crypto/digest.h"

namespace punctual::store {

/// SHA-256 of what comes in pieces.
class HashStream {
 public:
  HashStream() { crypto_hash_sha256_init(&state_); }
  void add(std::string_view bytes) {
    crypto_hash_sha256_update(&state_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  /// Once, at the end.
  Sha256 finish() {
    Sha256 hash;
    crypto_hash_sha256_final(&state_, hash.data());
    return hash;
  }

 private:
  crypto_hash_sha256_state state_;
};

}  // namespace punctual::store
