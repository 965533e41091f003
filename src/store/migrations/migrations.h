#pragma once

#include "store/sql/session.h"

namespace punctual::store {

/// Brings the schema to the newest version, each step in one transaction (PRAGMA user_version counts them).
/// Throws std::runtime_error when the file was written by a newer desk.
void migrate(Session& session);

}  // namespace punctual::store
