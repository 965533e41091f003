#pragma once

#include <expected>
#include <optional>
#include <vector>

#include "desk/people/refused.h"
#include "desk/rota/carry_out.h"
#include "store/directory.h"

namespace punctual::desk {

/// To whom a person's open tickets go; nothing: to nobody, the coordinators assign them.
struct HandOver {
  std::optional<PersonId> to;
};

/// Why somebody cannot be deactivated so, but for what it opens. Changes nothing.
std::optional<PersonRefused> problem_of_deactivating(store::Session& session, PersonId person,
                                                     std::optional<HandOver> hand_over, const Actor& by);

// Each in the writer's transaction, with its audit event; as a whole or not at all: discard what was refused.
// The caller reloads the catalogue afterwards.

/// Sessions, tokens and links of the person end; their open tickets are handed over, each with its event; the
/// name stays in what happened. How many were handed over. Never oneself, never the last manager who can sign
/// in. `hand_over` may be left out where there is nothing to hand over. `look` is what was shown of the gaps
/// this opens (look_at_leaving); they are recorded. Refused where the desk is another than the one looked at.
std::expected<int, PersonRefused> deactivate(const Desk& desk, store::Session& session, PersonId person,
                                             std::optional<HandOver> hand_over, const RotaLook& look,
                                             const Actor& by, Instant now);

/// Another role; the person's sessions end, since what they may do is another (SECURITY 10). Never one's own,
/// never the last manager's.
std::expected<void, PersonRefused> change_role(store::Session& session, PersonId person, people::Role role,
                                               const Actor& by, Instant now);

/// Ends all sessions of somebody, except the one that asks.
std::expected<void, PersonRefused> end_sessions(store::Session& session, PersonId person,
                                                std::optional<SessionId> but, const Actor& by, Instant now);

}  // namespace punctual::desk
