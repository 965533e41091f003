#include "desk/configuration/policy_plan.h"

#include <algorithm>

namespace punctual::desk {

namespace {

const PolicyEntry* find(const Configuration* configuration, const std::string& name) {
  if (!configuration) return nullptr;
  const auto found = std::ranges::find(configuration->policies, name, &PolicyEntry::name);
  return found == configuration->policies.end() ? nullptr : &*found;
}

class Planning {
 public:
  Planning(const PolicyVersions& held, CalendarId desk_calendar, Instant now)
      : held_(held), desk_calendar_(desk_calendar), now_(now) {
    for (const auto& row : held.rows()) newest_[row.name] = std::max(newest_[row.name], row.version);
  }

  PolicyPlan plan;

  /// Calendars whose rules are others now, of one policy that stays.
  void edit_calendars(const PolicyEntry& before, const PolicyEntry& after) {
    const auto& row = held_.row(held_.in_force(after.name, now_));
    auto& edits = edits_[after.name];
    const auto edit = [&](CalendarId from, const BusinessHours& was, const BusinessHours& is) {
      if (was != is && !edits.contains(from)) edits[from] = unwritten(is);
    };
    if (before.coverage && after.coverage) edit(row.own_calendar, *before.coverage, *after.coverage);
    for (std::size_t i = 0; i < 4; ++i)
      if (before.tier_coverage[i] && after.tier_coverage[i])
        edit(row.tier_calendars[i], *before.tier_coverage[i], *after.tier_coverage[i]);
    for (std::size_t i = 0; i < 4; ++i)
      if (before.out_of_hours[i] && after.out_of_hours[i])
        edit(row.out_of_hours[i]->calendar, before.out_of_hours[i]->coverage,
             after.out_of_hours[i]->coverage);
  }

  void supersede() {
    for (const auto& row : held_.rows()) {
      if (held_.superseded(row.id)) continue;
      auto next = row;
      bool moved = next.desk_calendar != desk_calendar_;
      next.desk_calendar = desk_calendar_;
      const auto follow = [&](CalendarId& calendar) {
        const auto& edits = edits_[row.name];
        const auto edited = edits.find(calendar);
        if (edited == edits.end()) return;
        calendar = edited->second;
        moved = true;
      };
      follow(next.own_calendar);
      for (auto& own : next.tier_calendars) follow(own);
      for (auto& other : next.out_of_hours)
        if (other) follow(other->calendar);
      if (!moved) continue;
      next.id = {};
      next.version = ++newest_[row.name];
      next.supersedes = row.id;
      plan.superseding.push_back(std::move(next));
    }
  }

  void begin(const PolicyEntry* before, const PolicyEntry& after, Target goal) {
    store::PolicyRow next{.name = after.name,
                          .version = ++newest_[after.name],
                          .starts_at = now_,
                          .tiers = after.tiers,
                          .desk_calendar = desk_calendar_,
                          .goal = goal};
    // A calendar of the version before is its successor's, edited or not.
    const store::PolicyRow* row = before ? &held_.row(held_.in_force(after.name, now_)) : nullptr;
    const auto kept = [&](CalendarId was) {
      const auto& edits = edits_[after.name];
      const auto edited = edits.find(was);
      return edited == edits.end() ? was : edited->second;
    };
    if (after.coverage)
      next.own_calendar = row && before->coverage ? kept(row->own_calendar) : unwritten(*after.coverage);
    for (std::size_t i = 0; i < 4; ++i)
      if (const auto& own = after.tier_coverage[i])
        next.tier_calendars[i] =
            row && before->tier_coverage[i] ? kept(row->tier_calendars[i]) : unwritten(*own);
    for (std::size_t i = 0; i < 4; ++i)
      if (const auto& other = after.out_of_hours[i])
        next.out_of_hours[i] = store::PolicyRow::OutOfHours{
            other->promises, row && before->out_of_hours[i] ? kept(row->out_of_hours[i]->calendar)
                                                            : unwritten(other->coverage)};
    plan.beginning.push_back(std::move(next));
  }

 private:
  CalendarId unwritten(const BusinessHours& rules) {
    const CalendarId id{-1 - static_cast<std::int64_t>(plan.calendars.size())};
    plan.calendars.emplace(id, rules);
    return id;
  }

  const PolicyVersions& held_;
  CalendarId desk_calendar_;
  Instant now_;
  std::map<std::string, int> newest_;
  std::map<std::string, std::map<CalendarId, CalendarId>> edits_;
};

/// The same but for which hours its calendars have.
bool same_promises(const PolicyEntry& a, const PolicyEntry& b) {
  if (a.tiers != b.tiers || a.coverage.has_value() != b.coverage.has_value()) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    if (a.tier_coverage[i].has_value() != b.tier_coverage[i].has_value()) return false;
    if (a.out_of_hours[i].has_value() != b.out_of_hours[i].has_value()) return false;
    if (a.out_of_hours[i] && a.out_of_hours[i]->promises != b.out_of_hours[i]->promises) return false;
  }
  return true;
}

}  // namespace

PolicyPlan plan_policies(const PolicyVersions& held, const Configuration* before, const Configuration& after,
                         CalendarId desk_calendar, Instant now) {
  Planning planning(held, desk_calendar, now);
  for (const auto& entry : after.policies)
    if (const auto* was = find(before, entry.name)) planning.edit_calendars(*was, entry);
  planning.supersede();
  const bool other_goal = before && before->profile.goal != after.profile.goal;
  for (const auto& entry : after.policies) {
    const auto* was = find(before, entry.name);
    if (!was || other_goal || !same_promises(*was, entry)) planning.begin(was, entry, after.profile.goal);
  }
  if (before)
    for (const auto& entry : before->policies)
      if (!find(&after, entry.name)) planning.plan.ended.push_back(held.row(held.in_force(entry.name, now)));
  return std::move(planning.plan);
}

std::vector<store::PolicyRow> on_calendar(const PolicyVersions& held, CalendarId desk_calendar) {
  Planning planning(held, desk_calendar, Instant{});
  planning.supersede();
  return std::move(planning.plan.superseding);
}

}  // namespace punctual::desk
