#include "desk/policy_versions.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace punctual::desk {

PolicyVersions::PolicyVersions(std::vector<store::PolicyRow> rows) : rows_(std::move(rows)) {
  for (const auto& row : rows_)
    if (row.supersedes) superseded_by_[row.supersedes] = row.id;
}

const store::PolicyRow& PolicyVersions::row(PolicyId id) const {
  const auto found = std::ranges::find(rows_, id, &store::PolicyRow::id);
  if (found == rows_.end()) throw std::out_of_range("an unknown policy version");
  return *found;
}

PolicyId PolicyVersions::in_force(std::string_view name, Instant at) const {
  const store::PolicyRow* chosen = nullptr;
  for (const auto& row : rows_) {
    if (row.name != name || superseded(row.id)) continue;
    // They follow one another by their start; of the same start the later one holds.
    const bool begun = row.starts_at <= at;
    if (!chosen || (begun && row.starts_at >= chosen->starts_at) ||
        (chosen->starts_at > at && row.starts_at < chosen->starts_at))
      chosen = &row;
  }
  if (!chosen) throw std::runtime_error("there is no policy named " + std::string(name));
  return chosen->id;
}

PolicyId PolicyVersions::followed(PolicyId id) const {
  for (auto next = superseded_by_.find(id); next != superseded_by_.end(); next = superseded_by_.find(id))
    id = next->second;
  return id;
}

PromiseTerms terms_of(const store::PolicyRow& policy,
                      const std::function<Calendar(CalendarId)>& calendar_of) {
  const auto tier = [&](std::size_t i) {
    TierTerms terms{.usual = {policy.tiers[i], calendar_of(policy.calendar(i))}};
    if (const auto& other = policy.out_of_hours[i])
      terms.out_of_hours = {other->policy, calendar_of(other->calendar)};
    return terms;
  };
  return {{tier(0), tier(1), tier(2), tier(3)}, calendar_of(policy.desk_calendar), policy.goal};
}

}  // namespace punctual::desk
