#include "desk/holiday_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/time/rfc3339.h"

namespace punctual::desk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

const Instant now = parse_rfc3339("2026-11-26T12:00:00Z").value();

std::string calendar(const std::string& events, const std::string& head = "") {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + head + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines) {
  return "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n" + lines + "END:VEVENT\r\n";
}
std::vector<std::string> told(const HolidayFile& file) {
  std::vector<std::string> lines;
  for (const auto& entry : file.holidays) lines.push_back(format_date(entry.date) + " " + entry.name);
  return lines;
}

TEST(HolidayFile, NamesEachDayAndWhereItCameFrom) {
  const auto file = read_holiday_file(
      "us.ics",
      calendar(
          event("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas Day\r\n") +
              event("DTSTART;VALUE=DATE:20270101\r\nDTEND;VALUE=DATE:20270102\r\nSUMMARY:New Year's Day\r\n"),
          "X-WR-CALNAME:Holidays in the United States\r\n"),
      now);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->source, "Holidays in the United States");
  EXPECT_THAT(told(*file), ElementsAre("2026-12-25 Christmas Day", "2027-01-01 New Year's Day"));
  EXPECT_EQ(file->holidays[0].source, file->source);
}

TEST(HolidayFile, WhatRepeatsIsFollowedForFiveYearsWithoutItsExceptions) {
  const auto file = read_holiday_file(
      "us.ics",
      calendar(event("DTSTART;VALUE=DATE:20201126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n"
                     "EXDATE;VALUE=DATE:20281123\r\nSUMMARY:Thanksgiving\r\n")),
      now);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->source, "us.ics");
  EXPECT_THAT(told(*file),
              ElementsAre("2025-11-27 Thanksgiving", "2026-11-26 Thanksgiving", "2027-11-25 Thanksgiving",
                          "2029-11-22 Thanksgiving", "2030-11-28 Thanksgiving", "2031-11-27 Thanksgiving"));
  EXPECT_THAT(file->left_out, ElementsAre(Pair("5 days", HasSubstr("before"))));
}

TEST(HolidayFile, SeveralDaysAreSeveralAndTheSameDateIsOne) {
  const auto file = read_holiday_file(
      "de.ics",
      calendar(event("DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Weihnachten\r\n") +
               event("DTSTART;VALUE=DATE:20261226\r\nDURATION:P1D\r\nSUMMARY:Boxing Day\r\n")),
      now);
  ASSERT_TRUE(file);
  EXPECT_THAT(told(*file), ElementsAre("2026-12-25 Weihnachten", "2026-12-26 Weihnachten, Boxing Day"));
}

TEST(HolidayFile, WhatIsNoWholeDayIsLeftOutAndSaid) {
  const auto file = read_holiday_file(
      "mine.ics",
      calendar(event("DTSTART:20261224T120000Z\r\nSUMMARY:Lunch\r\n") +
               event("DTSTART;VALUE=DATE:20261231\r\nSTATUS:CANCELLED\r\nSUMMARY:Party\r\n") +
               event("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101\r\nSUMMARY:A year\r\n") +
               event("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=SECONDLY\r\nSUMMARY:Ticks\r\n") +
               event("SUMMARY:Some day\r\n")),
      now);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->holidays.empty());
  EXPECT_THAT(file->left_out,
              ElementsAre(Pair("Lunch", HasSubstr("not a whole day")), Pair("Party", "was cancelled"),
                          Pair("A year", HasSubstr("365 days")), Pair("Ticks", HasSubstr("no holiday")),
                          Pair("Some day", HasSubstr("no date"))));
}

TEST(HolidayFile, NamesAreOneLineAndEnd) {
  const auto file = read_holiday_file(
      "x.ics",
      calendar(event("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Two\\nlines " + std::string(300, 'x') + "\r\n")),
      now);
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->holidays[0].name.starts_with("Two lines xxx"));
  EXPECT_LT(file->holidays[0].name.size(), 130U);
}

TEST(HolidayFile, WhatIsNoCalendarIsRefusedWithWhatToDo) {
  for (const std::string& text :
       {std::string(), std::string("hello"), std::string("PK\3\4\0\0", 6),
        std::string("BEGIN:VEVENT\r\nEND:VEVENT\r\n"), std::string("BEGIN:VCALENDAR")}) {
    const auto file = read_holiday_file("x.ics", text, now);
    ASSERT_FALSE(file) << text;
    EXPECT_THAT(file.error(),
                ::testing::AnyOf(HasSubstr("no iCalendar file"), HasSubstr("without an entry")));
  }
}

TEST(HolidayFile, NamesOfOneDateAreJoinedAsFarAsANameHolds) {
  std::string events = event("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Easter Sunday\r\n") +
                       event("DTSTART;VALUE=DATE:20261225\r\nSUMMARY:Easter\r\n");
  for (char c = 'a'; c < 'i'; ++c)
    events += event("DTSTART;VALUE=DATE:20261226\r\nSUMMARY:" + std::string(100, c) + "\r\n");
  const auto file = read_holiday_file("x.ics", calendar(events), now);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->holidays.at(0).name, "Easter Sunday, Easter");
  EXPECT_LE(file->holidays.at(1).name.size(), longest_holiday_name);
}

TEST(HolidayFile, WhatRepeatsSinceLongAgoIsNotFollowedForEver) {
  const auto file = read_holiday_file(
      "x.ics", calendar(event("DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Daily\r\n")), now);
  ASSERT_TRUE(file);
  EXPECT_THAT(file->left_out,
              ::testing::Contains(Pair("Daily", HasSubstr("more often than can be followed"))));
}

TEST(HolidayFile, ManyDaysEndSomewhere) {
  const auto file = read_holiday_file(
      "x.ics",
      calendar(event("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY;BYMONTHDAY=30;BYMONTH=2\r\n"
                     "SUMMARY:Never\r\n") +
               event("DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Daily\r\n")),
      now);
  ASSERT_TRUE(file);
  EXPECT_LE(file->holidays.size(), 4000U);
}

}  // namespace
}  // namespace punctual::desk
