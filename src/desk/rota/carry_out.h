#pragma once

#include <expected>
#include <memory>

#include "desk/rota/gate.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// An edit as it was looked at: on which state of the desk, and what it opens there.
struct RotaLook {
  std::shared_ptr<const Catalogue> catalogue;
  GateView view;
};

/// What the edit would open; nothing is changed. Counts 52 weeks of all pods: for the pool of long work.
std::expected<RotaLook, RotaRefused> look_at(const Desk& desk, const RotaEdit& wanted, Instant now);

/// The same of somebody who leaves the desk (desk/people/deactivate.h); who is not at work there opens
/// nothing.
std::expected<RotaLook, RotaRefused> look_at_leaving(const Desk& desk, PersonId person, Instant now);

/// Which row the edit wrote, for whoever asked.
struct RotaDone {
  TimeOffId time_off{};
  SwapId swap{};
};

/// Does it, in the writer's transaction: rows, an audit event that says what was known of it, and the mails.
/// Refused (`not_now`) where the desk is another than the one looked at. The caller has compared
/// `look.view.seen` with what was shown, and reloads the catalogue afterwards.
std::expected<RotaDone, RotaRefused> carry_out(const Desk& desk, store::Session& session,
                                               const RotaEdit& wanted, const RotaLook& look, PersonId by,
                                               Instant now);

}  // namespace punctual::desk
