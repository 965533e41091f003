#include "desk/access/shared_page.h"

#include "store/text/fold.h"

namespace punctual::desk {

bool same_contact(const TicketState& one, const TicketState& other) {
  const auto& address = one.request.contact_email;
  return !address.empty() && store::fold_case(address) == store::fold_case(other.request.contact_email);
}

bool page_may_show(const TicketState& page, const TicketState& other) {
  return page.request.verified && same_contact(page, other);
}

}  // namespace punctual::desk
