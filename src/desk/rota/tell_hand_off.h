#pragma once

#include "desk/commands/change.h"
#include "desk/rota/hand_offs.h"

namespace punctual::desk {

/// What nobody took over is given away when they leave; of who went before it was told, so long after that.
inline constexpr std::chrono::minutes to_look_at_it{30};

// Each in the writer's transaction.

/// Records that they leave and, where something falls due meanwhile, tells them and the leads of their pods:
/// of who is gone already the leads and the coordinators at work. Once: of what was told before, nothing.
void tell_hand_off(const Desk& desk, store::Session& session, const HandOff& hand_off, Instant now);

/// What of it is still theirs and falls due while they are away, by the hours they have now.
std::vector<people::DueWhileAway> unclaimed(const Catalogue& catalogue, store::Session& session,
                                            const store::HandOffRow& row, Instant now);
/// Gives one of those to a coordinator, or whom `people::falls_to` names; not where somebody has taken it
/// over, or there is nobody else. Throws std::runtime_error where it is refused.
void give_away(const Desk& desk, store::Session& session, const store::HandOffRow& row,
               const people::DueWhileAway& due, Instant now);
/// All of it has been given away.
void settle(const Desk& desk, store::Session& session, const store::HandOffRow& row, Instant now);

}  // namespace punctual::desk
