#include "desk/business_hours.h"

#include <gtest/gtest.h>

#include "desk/profile.h"
#include "domain/time/rfc3339.h"
#include "store/calendars.h"
#include "store/json/write.h"
#include "store/migrations/migrations.h"
#include "store/policies.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;
using world::TemporaryFolder;
using world::World;

Date day(const char* text) {
  return parse_date(text).value();
}

TEST(BusinessHoursSetting, ReadsBackWhatWasWritten) {
  World world;
  auto wanted = read_hours(world.reader());
  wanted.hours.weekly_from[day("2027-01-04")] = {};
  wanted.hours.weekly_from[day("2027-02-01")] = wanted.hours.weekly;
  wanted.hours.exceptions[day("2026-12-24")] = {{8 * 60, 12 * 60}};
  wanted.hours.exceptions[day("2026-12-31")] = {};
  wanted = HoursVersion::of(wanted.hours, {{day("2026-12-25"), "Christmas Day", "us.ics", false},
                                           {day("2026-12-28"), "Boxing Day", "uk.ics", true}});
  (void)world.writer->write([&](store::Session& session) {
    EXPECT_EQ(write_hours(session, wanted, at("2026-11-26T12:00:00Z")).version, 2);
    return store::Keep::commit;
  });
  const auto read = read_hours(world.reader());
  EXPECT_EQ(read.version, 2);
  EXPECT_EQ(read.at, at("2026-11-26T12:00:00Z"));
  EXPECT_EQ(read.hours, wanted.hours);
  EXPECT_EQ(read.holidays, wanted.holidays);
  EXPECT_FALSE(read.hours.holidays.contains(day("2026-12-28"))) << "struck out";
}

// What a desk looked like whose hours stood in its profile and could not change.
constexpr const char* first_schema =
#include "store/migrations/0001_desk.sql.inc"
    ;

TEST(BusinessHoursSetting, AFolderOfTheFirstSchemaKeepsItsHoursAndPolicies) {
  const TemporaryFolder folder;
  store::Session session((folder.path() / "desk.sqlite").string(), store::Session::Mode::read_write);
  session.execute(first_schema);
  session.execute("PRAGMA user_version=1");
  const std::string hours =
      R"({"zone":"America/New_York","always_open":false,"weeks":[{"from":"","days":[[{"open":480,"close":1020}],[],[],[],[],[],[]]}],)"
      R"("holidays":[{"date":"2026-12-25","name":"Christmas Day"}],"exceptions":[]})";
  const std::string around =
      R"({"zone":"America/New_York","always_open":true,"weeks":[{"from":"","days":[[],[],[],[],[],[],[]]}],)"
      R"("holidays":[],"exceptions":[]})";
  const auto json_text = [](const std::string& text) { return json::to_json(text); };
  const std::string tiers = R"("tiers":[{"first_reply":"30m"},{},{},{}])";
  const auto pair = std::string(R"({"title":"t","text":"x"})");
  const std::string profile =
      R"({"name":"Old desk","greeting":"","colour":"#123456","hours":)" + json_text(hours) +
      R"(,"goal":"1h","tiers":[)" + pair + "," + pair + "," + pair + "," + pair +
      R"(],"steps":[],"questions":[],"availability":"","out_of_hours":"","unknown_policy":"standard"})";
  session.prepare("INSERT INTO setting VALUES ('desk', 1, ?, 100)").bind(profile).run();
  const auto insert = [&](const char* name, const std::string& own) {
    const std::string body = "{" + tiers + R"(,"hours":)" + json_text(own) + R"(,"desk_hours":)" +
                             json_text(hours) + R"(,"goal":"1h"})";
    session.prepare("INSERT INTO policy_version (name, version, starts_at, body) VALUES (?,1,0,?)")
        .bind(name)
        .bind(body)
        .run();
  };
  insert("around", around);
  insert("standard", hours);

  store::migrate(session);

  EXPECT_EQ(read_profile(session).name, "Old desk");
  const auto read = read_hours(session);
  EXPECT_EQ(read.version, 1);
  EXPECT_EQ(read.hours.weekly[0], (DayHours{{480, 1020}}));
  ASSERT_EQ(read.holidays.size(), 1U);
  EXPECT_EQ(read.holidays[0], (HolidayEntry{day("2026-12-25"), "Christmas Day", "", false}));
  const auto policies = store::read_policies(session);
  ASSERT_EQ(policies.size(), 2U);
  ASSERT_TRUE(policies[0].own_calendar);
  EXPECT_TRUE(store::read_calendar(session, policies[0].calendar(0)).always_open);
  EXPECT_EQ(store::read_calendar(session, policies[0].desk_calendar), read.hours);
  EXPECT_FALSE(policies[1].own_calendar) << "it follows the desk";
  EXPECT_EQ(policies[1].calendar(0), read.calendar);
  EXPECT_FALSE(policies[1].supersedes);
}

}  // namespace
}  // namespace punctual::desk
