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
  std::vector<store::PolicyRow> ended;  ///< in force, and promised to nobody any more
};

/// What a plan calls the desk's hours where they are other ones, not written yet; no row has it.
inline constexpr CalendarId unwritten_desk_calendar{-1'000'000};

/// `desk_calendar` is what the desk's hours are kept in afterwards.
PolicyPlan plan_policies(const PolicyVersions& held, const Configuration* before, const Configuration& after,
                         CalendarId desk_calendar, Instant now);

/// Other hours of the desk alone: the versions, not written yet, that carry what still counts over to them.
std::vector<store::PolicyRow> on_calendar(const PolicyVersions& held, CalendarId desk_calendar);

}  // namespace punctual::desk
