#pragma once

#include "store/sql/session.h"

namespace punctual::store {

/// Brings the schema to the newest version, each step in one transaction (PRAGMA user_version counts them).
/// Throws std::runtime_error when the file was written by a newer desk.
void migrate(Session& session);
/// The same up to the step of that number, as a desk of then would have left it: for tests of what follows.
void migrate(Session& session, int last);
/// Whether the schema is the newest that this desk knows.
bool is_of_this_version(Session& session);

}  // namespace punctual::store
