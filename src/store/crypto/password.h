#pragma once

#include <string>
#include <string_view>

namespace punctual::store {

/// argon2id with its salt and costs, as one printable text. Takes tens of milliseconds and 19 MiB.
std::string hash_password(std::string_view password);
bool verify_password(const std::string& hash, std::string_view password);
/// Costs as much as a verification; for unknown accounts, so that they answer alike in time (SECURITY 11).
void pretend_to_verify(std::string_view password);

}  // namespace punctual::store
