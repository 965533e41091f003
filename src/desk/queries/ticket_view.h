#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/ticket/standing.h"
#include "store/journal.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

/// A ticket that was merged into the one in view, itself or by way of another.
struct AbsorbedTicket {
  TicketId id;
  std::vector<Recorded> journal;
  TicketState ticket;
};

/// One ticket as its journal tells it, with what judges it. Read from one state of the database.
struct TicketView {
  TicketId id;
  std::shared_ptr<const Catalogue> catalogue;
  std::vector<Recorded> journal;
  TicketState ticket;
  Standing standing;
  std::int64_t link_generation = 1;
  std::vector<store::TicketRow>
      related;  ///< those it is linked to, was merged into, or that were merged into it
  std::vector<AbsorbedTicket> absorbed;

  const store::TicketRow* find_related(TicketId other) const;
  TicketTerms terms() const { return {ticket, catalogue->promises()}; }
};

std::optional<TicketView> view_ticket(const Desk& desk, store::Session& session, TicketId id, Instant now);

/// Who an actor is, in words: a person's name, the contact's, or the desk's.
std::string name_of(const Actor& actor, const Catalogue& catalogue, std::string_view contact_name);

}  // namespace punctual::desk
