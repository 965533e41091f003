#pragma once

#include "domain/ticket/ticket.h"

namespace punctual::desk {

/// Both are of one address.
bool same_contact(const TicketState& one, const TicketState& other);

/// Whether who holds `page`'s private link may also read `other`: it is of the same address, and the link is
/// known to have gone to nobody else. Of a request that came by the open form it is not: its sender holds the
/// link, whatever address was typed (SECURITY 5, 9).
bool page_may_show(const TicketState& page, const TicketState& other);

}  // namespace punctual::desk
