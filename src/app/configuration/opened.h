#pragma once

#include <memory>
#include <optional>

#include "app/held_desk.h"
#include "desk/configuration/plan.h"
#include "desk/rota/gate.h"

namespace punctual::app {

/// What applying a plan opens where people work, and the desk as it would be.
struct Opened {
  desk::GateView view;
  std::shared_ptr<const desk::Catalogue> after;
};

/// The plan is carried out, read and given up again: nothing of it stays. There is a desk, `session` reads
/// one state of it, and nothing stands in the way (obstacles in desk/configuration/apply.h). Where the desk
/// has moved on meanwhile, nothing opens; nothing is known where it could not be written.
std::optional<Opened> opened_by(const HeldDesk& held, store::Session& session,
                                const desk::ConfigurationPlan& plan, Instant now);

}  // namespace punctual::app
