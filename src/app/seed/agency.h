#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "desk/catalogue.h"

namespace punctual::app::seed {

/// The client that has exactly three open tickets, whatever the number of all.
inline constexpr std::string_view three_open = "Three Oaks Nursery";

/// How many clients a desk of so many tickets has: an agency that has answered a million has some hundred.
std::int64_t clients_for(std::int64_t tickets);

/// Writes the demo's agency with so many clients beside its own, two contacts each.
void write_agency(store::Session& session, const std::map<std::string, std::string>& passwords,
                  std::int64_t clients, Instant now);

struct Customer {
  std::string name;
  std::string email;
};
/// The n-th contact, two a client; the first two are those of `three_open`.
Customer customer(std::int64_t number);

}  // namespace punctual::app::seed
