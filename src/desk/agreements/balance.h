#pragma once

#include <optional>

#include "domain/agreement/account.h"

namespace punctual::desk {

/// What is left of all that is paid already, on a date.
struct Balance {
  agreement::Minutes usable = 0;    ///< of all grants that may be used on the date, used or not
  agreement::Minutes left = 0;      ///< of them
  std::optional<Date> next_lost{};  ///< the first date on which something of it is no longer of use
  agreement::Minutes lost_then = 0;
  agreement::Minutes held = 0;       ///< of all work, not yet approved
  std::optional<Date> granted_on{};  ///< the newest of the grants; nothing where nothing is usable

  /// Of what is usable, rounded down; 100 where nothing is.
  int percent_used() const;
};
Balance balance_of(const agreement::Accounts& accounts, Date on);

}  // namespace punctual::desk
