#pragma once

#include "desk/desk.h"
#include "domain/people/rota.h"

namespace punctual::desk {

/// The people who work here, the pods and the clients as coverage counts them: what clients are promised is
/// what their policies promise at `now`.
people::Rota rota_of(const Catalogue& catalogue, Instant now);

}  // namespace punctual::desk
