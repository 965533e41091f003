#pragma once

#include <vector>

#include "domain/agreement/account.h"

namespace punctual::desk {

/// Paid minutes of one day: what could be used on it, and what was left of that at its end.
struct DayLeft {
  Date on;
  std::int64_t granted = 0;
  std::int64_t left = 0;
};

/// Of each day of the agreement in force, or else of the last that was, until `today` or its end; at most a
/// year and a month. Nothing before the first.
std::vector<DayLeft> burn_down(const agreement::Accounts& accounts, Date today);

}  // namespace punctual::desk
