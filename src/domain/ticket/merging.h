#pragma once

#include <expected>
#include <string>

#include "domain/ticket/decide.h"

namespace punctual {

/// One side of a merge, as the other must know it.
struct MergeSide {
  TicketId id;
  const TicketState& ticket;
  std::string address_folded;  ///< the contact's, case-folded
};

/// Both are one client's, or of one address where neither has a client: a conversation is never opened to
/// somebody else's (SECURITY 5).
bool of_one_client(const MergeSide& one, const MergeSide& other);

/// Whether the source may go on in the target; beside the lifecycle of each, which decide() looks at.
std::expected<void, Refusal> may_merge(const MergeSide& source, const MergeSide& target);

}  // namespace punctual
