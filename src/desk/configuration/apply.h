#pragma once

#include <vector>

#include "desk/configuration/configuration.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// Why a configuration cannot be applied to the desk as it stands.
struct Obstacle {
  std::string place;  ///< "people: ann@quillmoor.example"
  std::string problem;
  std::string remedy;
};

/// Requests that run and would lose whom they hang on: a person who has them, a client or pod they are of.
std::vector<Obstacle> obstacles(store::Session& session, const Configuration* before,
                                const Configuration& after);

/// Makes the desk what `after` says, in the writer's transaction, with an audit event for each subject that
/// changed; where there is no `before` it makes the desk. `before` is what read_configuration gives in the
/// same transaction, `after` has been checked and meets no obstacle. New people have no password yet. The
/// caller reloads the catalogue afterwards; running tickets follow one by one (`rejudge`).
void apply_configuration(store::Session& session, const Configuration* before, const Configuration& after,
                         const Actor& by, Instant now);

}  // namespace punctual::desk
