#include "desk/commands/change_hours.h"

#include <boost/describe.hpp>

#include "desk/configuration/policy_plan.h"
#include "desk/queries/hours_difference.h"
#include "store/journal.h"
#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::desk {

namespace {

constexpr std::string_view subject = "business_hours";
constexpr std::int64_t the_desks = 1;

struct ChangedJson {
  int version = 0;
  std::vector<std::string> changes;
};
BOOST_DESCRIBE_STRUCT(ChangedJson, (), (version, changes))

}  // namespace

HoursVersion write_changed_hours(store::Session& session, const HoursVersion& before, HoursVersion wanted,
                                 const Actor& by, Instant now) {
  if (before.hours == wanted.hours && before.holidays == wanted.holidays) return before;
  auto changes = hours_differences(before, wanted);
  // A list that reads otherwise but closes the same days judges nobody anew.
  wanted.calendar = before.hours == wanted.hours ? before.calendar : CalendarId{};
  auto next = write_hours(session, std::move(wanted), now);
  store::append_audit(session, subject, the_desks, "changed", now, by,
                      json::to_json(ChangedJson{next.version, std::move(changes)}));
  return next;
}

std::optional<int> change_hours(store::Session& session, int expected_version, const HoursVersion& wanted,
                                PersonId by, Instant now) {
  const auto before = read_hours(session);
  if (before.version != expected_version) return std::nullopt;
  const auto next = write_changed_hours(session, before, wanted, Actor::person(by), now);
  if (next.calendar != before.calendar)
    for (const auto& policy : on_calendar(PolicyVersions(store::read_policies(session)), next.calendar))
      store::insert_policy(session, policy);
  return next.version;
}

std::vector<HoursChange> hours_changes(store::Session& session, int at_most) {
  std::vector<HoursChange> changes;
  for (const auto& row : store::newest_audit(session, subject, the_desks, at_most)) {
    const auto content = json::from_json<ChangedJson>(row.content.value_or("{}"));
    if (content) changes.push_back({content->version, row.at, row.actor, content->changes});
  }
  if (std::ssize(changes) < at_most)
    if (const auto first = first_hours_at(session))
      changes.push_back({1, *first, Actor::desk(), {"The desk began with these hours."}});
  return changes;
}

}  // namespace punctual::desk
