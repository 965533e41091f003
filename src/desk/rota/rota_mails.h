#pragma once

#include "desk/desk.h"
#include "store/rota.h"

namespace punctual::desk {

/// Tells who has to know: what is asked for, the managers; what is decided, whose it is, and the managers
/// what one of them granted to themselves; what is withdrawn or ended, both. Never `by`, who did it.
void mail_time_off(const Desk& desk, store::Session& session, const store::TimeOffRow& row, PersonId by,
                   Instant now);
/// That a swap is agreed or withdrawn, to whose it is, unless they did it or read it with their time off.
void mail_swap(const Desk& desk, store::Session& session, SwapId id, PersonId by, Instant now);

}  // namespace punctual::desk
