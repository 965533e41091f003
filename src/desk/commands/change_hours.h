#pragma once

#include <expected>
#include <string>
#include <vector>

#include "desk/desk.h"

namespace punctual::desk {

/// Makes other hours the desk's, in the writer's transaction: the next version of them, with an audit event
/// that says what differs, and where the rules differ a version of every policy that carries it over. The
/// version they have now, the same where nothing differs; nothing where `expected_version` is no longer the
/// one in force. `wanted` has no problems. The caller reloads the catalogue afterwards; running tickets
/// follow one by one (`rejudge`).
std::optional<int> change_hours(store::Session& session, int expected_version, const HoursVersion& wanted,
                                PersonId by, Instant now);

/// The same without the policies: writes the next version of the hours, a calendar of its own where the rules
/// differ, and the audit event. What is in force where nothing differs.
HoursVersion write_changed_hours(store::Session& session, const HoursVersion& before, HoursVersion wanted,
                                 const Actor& by, Instant now);

/// One version as its audit event tells it; the first has none, it came with the desk.
struct HoursChange {
  int version = 0;
  Instant at{};
  Actor by;
  std::vector<std::string> changes;
};
/// Newest first, the first version included.
std::vector<HoursChange> hours_changes(store::Session& session, int at_most);

}  // namespace punctual::desk
