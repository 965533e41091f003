#pragma once

#include <expected>
#include <string>
#include <vector>

#include "desk/commands/submit.h"
#include "desk/people/refused.h"
#include "store/directory.h"

namespace punctual::desk {

struct NewPerson {
  std::string name;
  std::string email;
  std::string role;  ///< as the API spells it
};

/// All that is wrong with it, each with its remedy; white space around is forgiven.
std::vector<FieldProblem> problems_of(const NewPerson& person);

struct Invited {
  PersonId person;
  std::string url;  ///< of the page where the password is set; it is the person's alone
};

// Each in the writer's transaction, with its audit event and mail. The caller reloads the catalogue
// afterwards.

/// Adds a person who has the desk's week and invites them. `wanted` has no problems.
std::expected<Invited, PersonRefused> invite(const Desk& desk, store::Session& session,
                                             const NewPerson& wanted, const Actor& by, Instant now);

/// A new link for one who has none that works: the earlier ones end. One who was deactivated is active again.
/// `Whom::anybody` also for one who has a password, for who holds the data folder: it stays until the link is
/// used.
enum class Whom { without_password, anybody };
std::expected<Invited, PersonRefused> invite_again(const Desk& desk, store::Session& session, PersonId person,
                                                   Whom whom, const Actor& by, Instant now);

}  // namespace punctual::desk
