#include "desk/people/account.h"

#include "store/access.h"
#include "store/directory_changes.h"
#include "store/password_links.h"
#include "store/text/fold.h"

namespace punctual::desk {

void leave(store::Session& session, store::PersonRow& person, Instant now) {
  person.active = false;
  store::set_password(session, person.id, std::nullopt);
  store::delete_sessions(session, person.id);
  store::revoke_tokens(session, person.id, now);
  store::close_links(session, person.id, now);
}

void take_role(store::Session& session, store::PersonRow& person, people::Role role) {
  if (person.role == role) return;
  person.role = role;
  store::delete_sessions(session, person.id);
}

void take_address(store::Session& session, store::PersonRow& person, std::string address, Instant now) {
  const bool another = store::fold_case(person.email) != store::fold_case(address);
  person.email = std::move(address);
  if (another) store::close_links(session, person.id, now);
}

std::string_view state_of(const store::PersonRow& person,
                          const std::optional<store::PasswordLinkRow>& invitation, Instant now) {
  if (!person.active) return "deactivated";
  if (person.password_hash) return "active";
  if (!invitation) return "not_invited";
  return invitation->works_at(now) ? "invited" : "invitation_over";
}

bool is_last_manager(store::Session& session, PersonId person) {
  return store::managers_who_sign_in(session) == std::vector{person};
}

}  // namespace punctual::desk
