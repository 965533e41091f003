#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace punctual::store {

using Sha256 = std::array<unsigned char, 32>;

Sha256 sha256(std::string_view bytes);
/// HMAC-SHA-256.
Sha256 keyed_hash(std::string_view key, std::string_view message);
/// From the system's generator.
std::string random_bytes(std::size_t count);
/// Takes the same time wherever the two differ.
bool equal_constant_time(std::string_view a, std::string_view b);

std::string to_hex(std::string_view bytes);
/// Whether a text is the hexadecimal of a SHA-256 as `to_hex` writes it.
bool is_hex_sha256(std::string_view text);
/// URL-safe, without padding.
std::string to_base64url(std::string_view bytes);

inline std::string_view view(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace punctual::store
