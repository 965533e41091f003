#include "desk/access/private_link.h"

#include "store/tickets.h"

namespace punctual::desk {

std::string private_token(const Desk& desk, TicketId ticket, std::int64_t generation) {
  const auto mac = desk.sign("private link", std::to_string(ticket.value) + "." + std::to_string(generation));
  return std::to_string(ticket.value) + "-" + store::to_base64url(store::view(mac).substr(0, 16));
}

std::string private_url(const Desk& desk, TicketId ticket, std::int64_t generation) {
  return desk.options().base_url + "/r/" + private_token(desk, ticket, generation);
}

std::optional<TicketId> ticket_of_private_token(const Desk& desk, store::Session& session,
                                                std::string_view token) {
  if (token.size() > 60) return std::nullopt;
  const auto dash = token.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto id = ticket_of("P-" + std::string(token.substr(0, dash)));
  if (!id) return std::nullopt;
  const auto head = store::find_head(session, *id);
  if (!head) return std::nullopt;
  if (!store::equal_constant_time(token, private_token(desk, *id, head->link_generation)))
    return std::nullopt;
  return id;
}

}  // namespace punctual::desk
