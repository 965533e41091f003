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

/// Whether somebody said knowingly that a ticket whose sender is known goes on in one that came by the open
/// form: whoever filled that in holds its page, and reads there what is answered from then on.
enum class IntoOpenForm { refused, known };

/// Whether the source may go on in the target; beside the lifecycle of each, which decide() looks at.
std::expected<void, Refusal> may_merge(const MergeSide& source, const MergeSide& target,
                                       IntoOpenForm into_open_form);

}  // namespace punctual
