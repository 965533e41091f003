#pragma once

#include <map>
#include <optional>
#include <string>

#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// What a person was given lately, whether they still have it or not any more by now: a ticket counts for who
/// was given it last.
struct Given {
  int since = 0;  ///< tickets, since the instant asked for
  std::optional<Instant> last;
};
Given read_given(Session& session, PersonId person, Instant since);

/// Who resolved how many of the client's newest tickets, and how many of those of the site. So many are
/// looked at, however many it has had.
struct Resolved {
  int for_client = 0;
  int for_site = 0;
};
std::map<PersonId, Resolved> read_resolved(Session& session, ClientId client, std::string_view site,
                                           int newest);

}  // namespace punctual::store
