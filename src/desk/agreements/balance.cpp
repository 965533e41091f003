#include "desk/agreements/balance.h"

#include "domain/agreement/rounding.h"

namespace punctual::desk {

int Balance::percent_used() const {
  return usable == 0 ? 100 : agreement::percent_of(usable - left, usable);
}

Balance balance_of(const agreement::Accounts& accounts, Date on) {
  Balance balance;
  for (const auto& [agreement, allocation] : accounts.held) {
    for (std::size_t i = 0; i < allocation.grants.size(); ++i) {
      const auto& grant = allocation.grants[i];
      if (!grant.usable(on)) continue;
      const auto left = grant.minutes - allocation.used[i];
      balance.usable += grant.minutes;
      balance.left += left;
      if (!balance.granted_on || grant.from > *balance.granted_on) balance.granted_on = grant.from;
      if (!grant.until || left == 0) continue;
      if (!balance.next_lost || *grant.until < *balance.next_lost) {
        balance.next_lost = grant.until;
        balance.lost_then = 0;
      }
      if (*grant.until == *balance.next_lost) balance.lost_then += left;
    }
    for (const auto& line : allocation.lines)
      if (line.outcome == agreement::Line::Outcome::held) balance.held += line.minutes;
  }
  return balance;
}

}  // namespace punctual::desk
