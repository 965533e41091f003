#pragma once

#include <vector>

#include "desk/catalogue.h"
#include "domain/agreement/account.h"
#include "store/judged_promises.h"
#include "store/sql/session.h"
#include "store/time_entries.h"

namespace punctual::desk {

/// What one client is accounted by, as it stands at `now`; dates are the client's.
struct Books {
  Date before;                               ///< what counts from then on is left out
  std::vector<agreement::Version> versions;  ///< of the agreement, with what corrections gave back
  std::vector<store::TimeEntryRow> rows;     ///< by id
  std::vector<agreement::Entry> entries;     ///< the same
  std::vector<agreement::Approval> approvals;
  std::vector<store::JudgedPromise> promises;  ///< due since the last month that is stated
  std::vector<agreement::Missed> missed;       ///< of them, and in stated months as those say
};

/// Versions of the client's agreement with what corrections gave back under them.
std::vector<agreement::Version> with_given_back(store::Session& session, ClientId client,
                                                std::vector<agreement::Version> versions);

/// `session` reads one state.
Books read_books(store::Session& session, const Catalogue& catalogue, ClientId client, Date before,
                 Instant now);

/// To the end of the client's month.
Books read_books_of_today(store::Session& session, const Catalogue& catalogue, ClientId client, Instant now);

/// What became of it all.
agreement::Accounts account(const Books& books);

}  // namespace punctual::desk
