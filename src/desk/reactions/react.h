#pragma once

#include <span>

#include "desk/desk.h"
#include "store/crypto/digest.h"

namespace punctual::desk {

/// What one command did to a ticket: the state and standing before its reactions look at them.
struct Happened {
  TicketId id;
  const TicketState& ticket;  ///< after the events
  const Standing& standing;
  std::span<const Recorded> events;  ///< of this command
  bool answers_first = false;        ///< the first human reply is among them
};

/// Mails and whatever else follows from events, by the table in desk/reactions; rows in the same transaction.
void react(const Desk& desk, const Catalogue& catalogue, store::Session& session, const Happened& happened);

}  // namespace punctual::desk
