#include "desk/queries/ticket_view.h"

#include "store/tickets.h"

namespace punctual::desk {

std::optional<TicketView> view_ticket(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  const auto head = store::find_head(session, id);
  if (!head) return std::nullopt;
  auto journal = store::read_journal(session, id);
  TicketView view{.id = id,
                  .catalogue = desk.catalogue(),  // not before the journal: it knows every version that names
                  .journal = std::move(journal),
                  .ticket = {},
                  .standing = {},
                  .link_generation = head->link_generation};
  view.ticket = fold(view.journal);
  view.standing =
      standing_of(view.ticket, view.catalogue->promises(), std::max(now, view.ticket.recorded_at));
  return view;
}

std::string name_of(const Actor& actor, const Catalogue& catalogue, std::string_view contact_name) {
  switch (actor.kind) {
    case Actor::Kind::contact:
      return std::string(contact_name);
    case Actor::Kind::person:
      if (const auto* person = catalogue.person({actor.id})) return person->name;
      return "Somebody who has left";
    case Actor::Kind::desk:
      break;
  }
  return catalogue.profile().name;
}

}  // namespace punctual::desk
