#pragma once

#include <vector>

#include "desk/configuration/plan.h"
#include "domain/ticket/event.h"

namespace punctual::desk {

/// All that stands in the way: what the plan found, requests that run and would lose whom they hang on (a
/// person who has them, a client or pod they are of), and the last manager who can sign in. Asked in the
/// writer's transaction, too, since none of it moves the plan's versions.
std::vector<Obstacle> obstacles(store::Session& session, const ConfigurationPlan& plan);

/// Makes the desk what the plan says, in the writer's transaction, with an audit event for each subject that
/// changes; where there was no desk it makes one. The desk's versions are the plan's still, and there is no
/// obstacle. New people have no password yet. The caller reloads the catalogue afterwards; running tickets
/// follow one by one (`rejudge`).
void apply_configuration(store::Session& session, const ConfigurationPlan& plan, const Actor& by,
                         Instant now);

}  // namespace punctual::desk
