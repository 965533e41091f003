#pragma once

#include <string>

#include "desk/desk.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// Why something was not done about a person; nothing was changed.
struct PersonRefused {
  enum class Why {
    not_allowed,     ///< who asked is no active manager any more
    unknown,         ///< there is no such person
    invalid,         ///< `field` needs another value
    not_now,         ///< the person's state does not allow it
    needs_hand_over  ///< there are open tickets and nobody was named for them
  };
  Why why{};
  std::string field;   ///< of `invalid`, as the API names it
  std::string detail;  ///< problem and remedy
};

/// Managers and the machine's own verbs may; looked at in the writer's transaction, because two managers may
/// act on each other at once.
bool may_manage_people(store::Session& session, const Actor& by);

}  // namespace punctual::desk
