#include "desk/configuration/apply.h"

#include "desk/commands/change_hours.h"
#include "desk/configuration/applied.h"
#include "desk/configuration/apply_directory.h"
#include "desk/configuration/audit.h"
#include "desk/configuration/differences.h"
#include "desk/configuration/policy_plan.h"
#include "desk/mail_templates.h"
#include "store/calendars.h"
#include "store/policies.h"

namespace punctual::desk {

namespace {

/// Of the desk itself there is one of each.
constexpr std::int64_t the_desks = 1;

CalendarId apply_hours(store::Session& session, const Configuration* before, const Configuration& after,
                       const Actor& by, Instant now) {
  auto wanted = HoursVersion::of(after.hours, after.holidays);
  if (!before) return write_hours(session, std::move(wanted), now).calendar;
  return write_changed_hours(session, read_hours(session), std::move(wanted), by, now).calendar;
}

void apply_policies(store::Session& session, const Configuration* before, const Configuration& after,
                    CalendarId desk_calendar, const Audit& audit) {
  const PolicyVersions held(store::read_policies(session));
  auto plan = plan_policies(held, before, after, desk_calendar, audit.now());
  std::map<CalendarId, CalendarId> written;
  for (const auto& [id, rules] : plan.calendars) written[id] = store::insert_calendar(session, rules);
  const auto settle = [&](CalendarId& id) {
    if (const auto made = written.find(id); made != written.end()) id = made->second;
  };
  for (auto* rows : {&plan.superseding, &plan.beginning})
    for (auto& row : *rows) {
      settle(row.own_calendar);
      for (auto& other : row.out_of_hours)
        if (other) settle(other->calendar);
      const auto id = store::insert_policy(session, row);
      audit.record("policy", id.value, row.supersedes ? "superseded" : "began", "policies", row.name);
    }
  for (const auto& name : plan.ended) {
    audit.record("policy", held.row(held.in_force(name, audit.now())).id.value, "ended", "policies", name);
    store::end_policy(session, name, audit.now());
  }
}

}  // namespace

void apply_configuration(store::Session& session, const Configuration* before, const Configuration& after,
                         const Actor& by, Instant now) {
  const auto found = differences(before, after);
  if (found.empty()) return;
  const Audit audit(session, found, by, now);
  if (!before || before->profile != after.profile) {
    write_profile(session, after.profile, now);
    audit.record_sections("settings", the_desks, "changed");
  }
  const auto desk_calendar = apply_hours(session, before, after, by, now);
  apply_policies(session, before, after, desk_calendar, audit);
  const auto pods = apply_pods(session, before, after, audit);
  apply_people(session, before, after, pods, audit);
  apply_clients(session, before, after, pods, audit);
  end_pods(session, before, after, audit);
  if (!before ? !after.mail_templates.empty() : before->mail_templates != after.mail_templates) {
    write_mail_templates(session, after.mail_templates, now);
    audit.record("mail_templates", the_desks, "changed", "mail.templates", {});
  }
  write_configuration_version(session, found.size(), now);
}

}  // namespace punctual::desk
