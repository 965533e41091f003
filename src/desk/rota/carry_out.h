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

/// Asks for time off, of one's own. Opens nothing until it is granted.
std::expected<TimeOffId, RotaRefused> ask_for_time_off(const Desk& desk, store::Session& session,
                                                       PersonId person, const people::RotaChange& change,
                                                       std::string note, Instant now);
/// A manager's no, with a reason.
std::expected<void, RotaRefused> decline_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                  std::string answer, PersonId by, Instant now);
/// Whether granted or not, as long as it is not over: they are there after all. That `by` asked for it,
/// recorded it or is a manager, the caller has seen to.
std::expected<void, RotaRefused> withdraw_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                   PersonId by, Instant now);

}  // namespace punctual::desk
