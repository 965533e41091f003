#pragma once

#include <vector>

#include "desk/catalogue.h"
#include "domain/people/colleague.h"

namespace punctual::desk {

/// The pod that looks after a ticket: its own or, where it has none yet, its client's; nullptr: none does.
const store::PodRow* pod_of(const Catalogue& catalogue, PodId own, ClientId client);

/// The same person, in that pod or leading it or not.
people::Colleague seen_from(const store::PodRow* pod, people::Colleague colleague);

/// Everybody who works here, as seen from that pod; the catalogue outlives the answer.
std::vector<people::Colleague> colleagues_of(const Catalogue& catalogue, const store::PodRow* pod);
/// Those who can be given a ticket by the desk, as seen from no pod: not who has never signed in and can read
/// nothing.
std::vector<people::Colleague> who_can_sign_in(const Catalogue& catalogue, store::Session& session);

}  // namespace punctual::desk
