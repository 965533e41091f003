#pragma once

#include "desk/desk.h"

namespace punctual::desk {

/// Tells the coordinators, and after ten minutes the contacts who may approve, that a client's allowance is
/// used up to a threshold of its agreement: each threshold once until more is granted, and one that was taken
/// back no sooner again than an hour after. What turns out not to be so is taken back, with the mails that
/// have not gone out. In the writer's transaction of what changed it.
void tell_low_balance(const Desk& desk, store::Session& session, ClientId client, Instant now);

}  // namespace punctual::desk
