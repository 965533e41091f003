#pragma once

#include "store/sql/session.h"

namespace punctual::desk {

/// How often a configuration was applied to this desk; rises with each that changed something.
int configuration_version(store::Session& session);
/// One more, with how much it changed.
void write_configuration_version(store::Session& session, std::size_t changes, Instant now);

}  // namespace punctual::desk
