#include "domain/calendar/business_hours.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual {
namespace {

using zones::date;

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

TEST(BusinessHours, NamesPlaceProblemAndRemedy) {
  BusinessHours hours;
  hours.zone = "America/New_York";
  hours.weekly[0] = {{540, 540}};
  const auto problems = problems_of(hours);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].place, "business_hours.monday 09:00–09:00");
  EXPECT_EQ(problems[0].problem, "opens and closes at 09:00");
  EXPECT_FALSE(problems[0].confirmable);
  EXPECT_FALSE(validated(hours, Confirmed::yes));
}

TEST(BusinessHours, LongNightsWantToBeConfirmed) {
  BusinessHours hours;
  hours.zone = "America/New_York";
  hours.weekly[4] = {{1320, 1800}};  // 22:00–06:00 is an ordinary night shift
  EXPECT_TRUE(validated(hours, Confirmed::no));
  hours.weekly[4] = {{1080, 1440 + 1020}};  // 18:00–17:00
  ASSERT_EQ(problems_of(hours).size(), 1u);
  EXPECT_TRUE(problems_of(hours)[0].confirmable);
  EXPECT_FALSE(validated(hours, Confirmed::no));
  EXPECT_TRUE(validated(hours, Confirmed::yes));
}

TEST(BusinessHours, NeverOpeningIsRefused) {
  BusinessHours hours;
  EXPECT_EQ(problems_of(hours).size(), 2u);  // no zone either
  hours.zone = "UTC";
  EXPECT_EQ(problems_of(hours).at(0).problem, "never opens, so no promise is possible");
  hours.exceptions[date(2024, 3, 11)] = {{0, 1440}};
  EXPECT_TRUE(problems_of(hours).empty());
  hours.exceptions.clear();
  hours.always_open = true;
  EXPECT_TRUE(problems_of(hours).empty());
}

TEST(BusinessHours, RefusesWhatIsNoIntervalOfItsDate) {
  BusinessHours hours;
  hours.zone = "UTC";
  hours.exceptions[date(2024, 3, 11)] = {
      {-1, 60}, {1440, 1500}, {600, 500}, {600, 600 + 1441}, {540, 540 + 1440}};
  EXPECT_EQ(problems_of(hours).size(), 5u);
}

}  // namespace
}  // namespace punctual
