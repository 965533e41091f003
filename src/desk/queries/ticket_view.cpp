#include "desk/queries/ticket_view.h"

#include <algorithm>

#include "store/tickets.h"

namespace punctual::desk {

namespace {

void read_others(store::Session& session, TicketView& view) {
  std::vector<TicketId> others = view.ticket.absorbed;
  for (std::size_t i = 0; i < others.size(); ++i) {  // grows: what was merged into one of them comes along
    auto journal = store::read_journal(session, others[i]);
    auto ticket = fold(journal);
    others.insert(others.end(), ticket.absorbed.begin(), ticket.absorbed.end());
    view.absorbed.push_back({others[i], std::move(journal), std::move(ticket)});
  }
  for (const Link& link : view.ticket.links) others.push_back(link.other);
  if (view.ticket.merged_into) others.push_back(view.ticket.merged_into);
  for (const TicketId other : others)
    if (auto row = store::find_ticket(session, other)) view.related.push_back(std::move(*row));
}

}  // namespace

const store::TicketRow* TicketView::find_related(TicketId other) const {
  const auto found = std::ranges::find(related, other, &store::TicketRow::id);
  return found == related.end() ? nullptr : &*found;
}

std::optional<TicketView> view_ticket(const Desk& desk, store::Session& session, TicketId id, Instant now) {
  const auto head = store::find_head(session, id);
  if (!head) return std::nullopt;
  auto journal = store::read_journal(session, id);
  TicketView view{.id = id,
                  .catalogue = desk.catalogue(),  // not before the journal: it knows every version that names
                  .journal = std::move(journal),
                  .ticket = {},
                  .standing = {},
                  .link_generation = head->link_generation,
                  .related = {},
                  .absorbed = {}};
  view.ticket = fold(view.journal);
  read_others(session, view);
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
