#include "domain/calendar/business_hours.h"

#include <gtest/gtest.h>

#include "domain/calendar/hours_problems.h"
#include "domain/time/zones.test.h"

namespace punctual {
namespace {

using namespace zones;

TEST(BusinessHours, ReadsHours) {
  EXPECT_EQ(parse_hours("09:00", "17:00"), (WallInterval{540, 1020}));
  EXPECT_EQ(parse_hours("22:00", "06:00"), (WallInterval{1320, 1800}));
  EXPECT_EQ(parse_hours("00:00", "24:00"), (WallInterval{0, 1440}));
  EXPECT_EQ(parse_hours("22:00", "00:00"), (WallInterval{1320, 1440}));
  EXPECT_EQ(parse_hours("12:00", "11:59"), (WallInterval{720, 2159}));
}

TEST(BusinessHours, RefusesOtherHours) {
  for (const auto& [open, close] :
       std::initializer_list<std::pair<const char*, const char*>>{{"09:00", "09:00"},
                                                                  {"00:00", "00:00"},
                                                                  {"24:00", "06:00"},
                                                                  {"9:00", "17:00"},
                                                                  {"09:00", "24:01"},
                                                                  {"09:00", "25:00"},
                                                                  {"09:60", "17:00"},
                                                                  {"", "17:00"},
                                                                  {"09.00", "17:00"},
                                                                  {"09:00:00", "17:00"},
                                                                  {"-9:00", "17:00"},
                                                                  {"09:00", "5pm"}})
    EXPECT_FALSE(parse_hours(open, close)) << open << " " << close;
  EXPECT_EQ(parse_hours("09:00", "09:00").error().problem, "opens and closes at 09:00");
  EXPECT_EQ(parse_hours("09:00", "09:00").error().remedy, "give it a length, or remove the interval");
}

TEST(BusinessHours, ExceptionBeatsHolidayBeatsWeek) {
  BusinessHours hours;
  hours.weekly[0] = {{540, 1020}};
  const auto monday = date(2024, 3, 11);
  EXPECT_EQ(hours.on(monday), hours.weekly[0]);
  EXPECT_TRUE(hours.on(monday + std::chrono::days{1}).empty());
  hours.holidays[monday] = "Commonwealth Day";
  EXPECT_TRUE(hours.on(monday).empty());
  hours.exceptions[monday] = {{600, 720}};
  EXPECT_EQ(hours.on(monday), hours.exceptions[monday]);
}

TEST(BusinessHours, WeekChangesFromADateOn) {
  BusinessHours hours;
  hours.weekly[0] = {{540, 1020}};
  WeeklyHours later;
  later[0] = {{480, 960}};
  hours.weekly_from[date(2024, 3, 18)] = later;
  hours.weekly_from[date(2024, 4, 1)] = {};
  EXPECT_EQ(hours.on(date(2024, 3, 11)), hours.weekly[0]);
  EXPECT_EQ(hours.on(date(2024, 3, 18)), later[0]);
  EXPECT_EQ(hours.on(date(2024, 3, 25)), later[0]);
  EXPECT_TRUE(hours.on(date(2024, 4, 8)).empty());
}

/// As few zones as these tests need.
struct FewZones : ZoneSource {
  std::optional<TimeZone> find(std::string_view name) const override {
    if (name == "America/New_York") return new_york();
    return name == "UTC" ? std::optional(TimeZone::utc()) : std::nullopt;
  }
};

std::vector<HoursProblem> problems(const BusinessHours& hours) {
  return problems_of(hours, FewZones(), utc(2024, 3, 1));
}

BusinessHours weekdays() {
  BusinessHours hours;
  hours.zone = "America/New_York";
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  return hours;
}

TEST(BusinessHours, NamesPlaceProblemAndRemedy) {
  auto hours = weekdays();
  hours.weekly[0] = {{540, 720}, {780, 780}};
  EXPECT_EQ(problems(hours), (std::vector<HoursProblem>{{"weekly.mon[1]", "opens and closes at 13:00",
                                                         "give it a length, or remove the interval"}}));
}

TEST(BusinessHours, LongNightsWantToBeConfirmed) {
  auto hours = weekdays();
  hours.weekly[4] = {{1320, 1800}};  // 22:00–06:00 is an ordinary night shift
  EXPECT_TRUE(problems(hours).empty());
  hours.weekly[4] = {{1080, 1440 + 1020}};  // 18:00–17:00
  ASSERT_EQ(problems(hours).size(), 1u);
  EXPECT_TRUE(problems(hours)[0].confirmable);
}

TEST(BusinessHours, AZoneThatDoesNotExistIsRefused) {
  auto hours = weekdays();
  hours.zone = "America/New_Yorck";
  ASSERT_EQ(problems(hours).size(), 1u);
  EXPECT_EQ(problems(hours)[0].place, "zone");
  hours.zone.clear();
  EXPECT_EQ(problems(hours).at(0).problem, "no time zone is named");
}

TEST(BusinessHours, NeverOpeningIsRefused) {
  BusinessHours hours{.zone = "UTC"};
  EXPECT_EQ(problems(hours).at(0).problem, "never opens, so no promise is possible");
  hours.exceptions[date(2024, 3, 11)] = {{0, 1440}};
  EXPECT_EQ(problems(hours).at(0).place, "weekly") << "one day and never again";
  hours.always_open = true;
  EXPECT_TRUE(problems(hours).empty());
}

TEST(BusinessHours, NeverOpeningFromADateOnIsRefused) {
  auto hours = weekdays();
  hours.weekly_from[date(2024, 6, 1)] = {};
  EXPECT_EQ(problems(hours).at(0).place, "weekly_from[0].weekly");
  hours.weekly_from[date(2024, 7, 1)] = hours.weekly;  // closed for a month is no more than that
  EXPECT_TRUE(problems(hours).empty());
}

TEST(BusinessHours, AGapOfTheClocksIsNoOpening) {
  BusinessHours hours{.zone = "America/New_York"};
  hours.exceptions[date(2024, 3, 10)] = {{120, 180}};  // 02:00–03:00 of the day that skips it
  EXPECT_EQ(problems(hours).at(0).problem, "never opens, so no promise is possible");
}

TEST(BusinessHours, RefusesWhatIsNoIntervalOfItsDate) {
  auto hours = weekdays();
  hours.exceptions[date(2024, 3, 11)] = {
      {-1, 60}, {1440, 1500}, {600, 500}, {600, 600 + 1441}, {540, 540 + 1440}};
  EXPECT_EQ(problems(hours).size(), 5u);
  EXPECT_EQ(problems(hours)[4].place, "exceptions[0].hours[4]");
}

}  // namespace
}  // namespace punctual
