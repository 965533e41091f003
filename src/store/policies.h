#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/target.h"
#include "domain/id.h"
#include "domain/sla/policy.h"
#include "store/sql/session.h"

namespace punctual::store {

/// One version of what is promised, with all that judges by it: later changes of the desk make new versions
/// and leave what this one has judged (SEMANTICS 20a).
struct PolicyRow {
  PolicyId id;
  std::string name;
  int version = 1;  ///< 1, 2, 3 … within the name
  Instant starts_at{};
  /// The version with the same promises on the calendar before: running clocks follow from that to this.
  /// Nothing where this one began with promises of its own, which bind only what is submitted from its start.
  PolicyId supersedes;
  std::array<sla::Policy, 4> tiers;  ///< tier 1 first
  /// What the guarantees count on (SEMANTICS 20); none: the desk's hours, and their changes.
  CalendarId own_calendar;
  /// The same of one tier; none: as the policy.
  std::array<CalendarId, 4> tier_calendars{};
  /// What a tier promises on what is submitted outside the desk's hours, where that is another (14c).
  struct OutOfHours {
    sla::Policy policy;
    CalendarId calendar;
  };
  std::array<std::optional<OutOfHours>, 4> out_of_hours;
  CalendarId desk_calendar;  ///< what the goal counts on: the public calendar
  Target goal;
  std::optional<Instant> ended_at;  ///< since when nobody is promised this any more; it judges what it judged

  /// What a tier's guarantees count on; 0 is tier 1.
  CalendarId calendar(std::size_t tier) const {
    if (tier_calendars[tier]) return tier_calendars[tier];
    return own_calendar ? own_calendar : desk_calendar;
  }
};

PolicyId insert_policy(Session& session, const PolicyRow& policy);
/// All versions of that name.
void end_policy(Session& session, std::string_view name, Instant now);
/// By name, then version.
std::vector<PolicyRow> read_policies(Session& session);
/// The version written last; 0 where there is none.
PolicyId newest_policy(Session& session);

struct SettingRow {
  int version = 0;
  Instant at{};
  std::string body;
};
/// The newest version of a setting; nothing when it was never set.
std::optional<SettingRow> read_setting(Session& session, std::string_view name);
/// The number of the newest version; 0 where there is none.
int setting_version(Session& session, std::string_view name);
/// When its first version was written.
std::optional<Instant> setting_began_at(Session& session, std::string_view name);
/// A new version, and its number; older ones stay.
int write_setting(Session& session, std::string_view name, std::string_view body, Instant now);

}  // namespace punctual::store
