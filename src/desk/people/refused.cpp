#include "desk/people/refused.h"

#include "store/directory.h"

namespace punctual::desk {

bool may_manage_people(store::Session& session, const Actor& by) {
  if (by.kind == Actor::Kind::desk) return true;
  if (by.kind != Actor::Kind::person) return false;
  const auto person = store::find_person(session, {by.id});
  return person && person->active && person->role == people::Role::manager;
}

}  // namespace punctual::desk
