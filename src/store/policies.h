#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/calendar/business_hours.h"
#include "domain/id.h"
#include "domain/sla/policy.h"
#include "store/sql/session.h"

namespace punctual::store {

/// One version of what is promised, with all that judges by it: later changes of the desk make new versions
/// and leave what this one has judged (SEMANTICS 20a).
struct PolicyRow {
  PolicyId id;
  std::string name;
  int version = 1;
  Instant starts_at{};
  std::array<sla::Policy, 4> tiers;  ///< tier 1 first
  BusinessHours hours;       ///< what the guarantees count on: the desk's, or the agreement's (SEMANTICS 20)
  BusinessHours desk_hours;  ///< what the goal counts on: the public calendar
  Target goal;
};

PolicyId insert_policy(Session& session, const PolicyRow& policy);
std::vector<PolicyRow> read_policies(Session& session);

/// The newest version of a setting; nothing when it was never set.
std::optional<std::string> read_setting(Session& session, std::string_view name);
/// A new version; older ones stay.
void write_setting(Session& session, std::string_view name, std::string_view body, Instant now);

}  // namespace punctual::store
