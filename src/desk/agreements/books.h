#pragma once

#include <vector>

#include "desk/catalogue.h"
#include "domain/agreement/account.h"
#include "store/sql/session.h"

namespace punctual::desk {

/// What one client is accounted by, as it stands at `now`; dates are the client's.
struct Books {
  std::vector<agreement::Entry> entries;  ///< that count before the date asked for
  std::vector<agreement::Approval> approvals;
  std::vector<agreement::Missed> missed;
};

/// `session` reads one state.
Books read_books(store::Session& session, const Catalogue& catalogue, ClientId client, Date before,
                 Instant now);

/// What became of it all.
agreement::Accounts account(const Catalogue& catalogue, ClientId client, const Books& books, Date before);

}  // namespace punctual::desk
