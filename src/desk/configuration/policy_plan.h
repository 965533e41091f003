#pragma once

#include <map>
#include <vector>

#include "desk/configuration/configuration.h"
#include "desk/policy_versions.h"

namespace punctual::desk {

/// The policy versions a change of configuration makes (SEMANTICS 20a), before any is written: other hours of
/// a calendar supersede, and running clocks follow; other promises, another goal or another kind of coverage
/// begin `now` and bind what is submitted from then on.
struct PolicyPlan {
  /// Calendars that are not written yet, by ids below 0 that no row has.
  std::map<CalendarId, BusinessHours> calendars;
  std::vector<store::PolicyRow> superseding;
  std::vector<store::PolicyRow> beginning;
  std::vector<std::string> ended;  ///< names nobody is promised any more
};

/// `desk_calendar` is what the desk's hours are kept in afterwards; written or not.
PolicyPlan plan_policies(const PolicyVersions& held, const Configuration* before, const Configuration& after,
                         CalendarId desk_calendar, Instant now);

}  // namespace punctual::desk
