#include "desk/configuration/apply.h"

#include <cassert>

#include "desk/commands/change_hours.h"
#include "desk/configuration/apply_directory.h"
#include "desk/configuration/audit.h"
#include "desk/mail_templates.h"
#include "store/calendars.h"
#include "store/policies.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

/// Of the desk itself there is one of each.
constexpr std::int64_t the_desks = 1;

CalendarId apply_hours(store::Session& session, const ConfigurationPlan& plan, const Actor& by, Instant now) {
  auto wanted = HoursVersion::of(plan.after.hours, plan.after.holidays);
  if (!plan.before) return write_hours(session, std::move(wanted), now).calendar;
  return write_changed_hours(session, read_hours(session), std::move(wanted), by, now).calendar;
}

void apply_policies(store::Session& session, const PolicyPlan& plan, CalendarId desk_calendar,
                    const Audit& audit) {
  std::map<CalendarId, CalendarId> written{{unwritten_desk_calendar, desk_calendar}};
  for (const auto& [id, rules] : plan.calendars) written[id] = store::insert_calendar(session, rules);
  const auto settle = [&](CalendarId& id) {
    if (const auto made = written.find(id); made != written.end()) id = made->second;
  };
  for (const auto* rows : {&plan.superseding, &plan.beginning})
    for (auto row : *rows) {
      settle(row.desk_calendar);
      settle(row.own_calendar);
      for (auto& own : row.tier_calendars) settle(own);
      for (auto& other : row.out_of_hours)
        if (other) settle(other->calendar);
      const auto id = store::insert_policy(session, row);
      audit.record("policy", id.value, row.supersedes ? "superseded" : "began", "policies", row.name);
    }
  for (const auto& row : plan.ended) {
    audit.record("policy", row.id.value, "ended", "policies", row.name);
    store::end_policy(session, row.name, audit.now());
  }
}

}  // namespace

void apply_configuration(store::Session& session, const ConfigurationPlan& plan, const Actor& by,
                         Instant now) {
  assert(read_versions(session) == plan.versions);
  if (plan.differences.empty()) return;
  const auto& after = plan.after;
  const Audit audit(session, plan.differences, by, now);
  if (!plan.before || plan.before->profile != after.profile) {
    write_profile(session, after.profile, now);
    // Stages may pass earlier now: the timers look at all tickets anew.
    if (plan.before && plan.before->profile.escalation != after.profile.escalation)
      store::look_at_all_timers(session, now);
    audit.record_sections("settings", the_desks, "changed");
  }
  apply_policies(session, plan.policies, apply_hours(session, plan, by, now), audit);
  const auto pods = apply_pods(session, plan, audit);
  apply_people(session, plan, pods, audit);
  apply_leads(session, plan, pods);
  apply_clients(session, plan, pods, audit);
  end_pods(session, plan, audit);
  if (!plan.before ? !after.mail_templates.empty() : plan.before->mail_templates != after.mail_templates) {
    write_mail_templates(session, after.mail_templates, now);
    audit.record("mail_templates", the_desks, "changed", "mail.templates", {});
  }
  write_configuration_version(session, plan.differences.size(), now);
}

}  // namespace punctual::desk
