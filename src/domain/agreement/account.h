#pragma once

#include "domain/agreement/allocation.h"
#include "domain/agreement/version.h"

namespace punctual::agreement {

/// One agreement and what became of the work under it.
struct Account {
  Agreement agreement;
  Allocation allocation;
};

/// All that was worked for a client.
struct Accounts {
  std::vector<Account> held;  ///< by date; an agreement that begins anew leaves nothing to the next
  std::vector<Line> outside;  ///< worked while nothing was agreed
};

/// What became of all that counts before a date. `versions` are by date and none reaches into the next.
Accounts account(const std::vector<Version>& versions, std::span<const Entry> entries,
                 std::vector<Approval> approvals, std::span<const Missed> missed, Date before);

}  // namespace punctual::agreement
