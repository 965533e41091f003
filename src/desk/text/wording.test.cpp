#include "desk/text/wording.h"

#include <gtest/gtest.h>

#include <vector>

namespace punctual::text {
namespace {

using namespace std::chrono;

Instant at(int y, unsigned m, unsigned d, int hour, int minute) {
  return sys_days{year{y} / month{m} / day{d}} + hours{hour} + minutes{minute};
}

TimeZone new_york() {
  const std::vector<Transition> transitions = {{at(2026, 3, 8, 7, 0), hours{-4}, "EDT"},
                                               {at(2026, 11, 1, 6, 0), hours{-5}, "EST"}};
  return TimeZone("America/New_York", {{}, hours{-5}, "EST"}, transitions);
}

struct Row {
  Instant t;
  Instant now;
  std::string words;
};

TEST(Wording, instants_near_and_far_and_over_the_turns_of_the_clock) {
  const auto zone = new_york();
  const std::vector<Row> rows = {
      {at(2026, 11, 24, 22, 0), at(2026, 11, 24, 14, 0), "today at 5:00 pm EST"},
      {at(2026, 11, 25, 14, 5), at(2026, 11, 24, 14, 0), "tomorrow at 9:05 am EST"},
      {at(2026, 11, 23, 17, 0), at(2026, 11, 24, 14, 0), "yesterday at 12:00 pm EST"},
      {at(2026, 11, 27, 13, 0), at(2026, 11, 24, 14, 0), "Friday 27 November at 8:00 am EST"},
      {at(2027, 1, 4, 13, 0), at(2026, 11, 24, 14, 0), "Monday 4 January 2027 at 8:00 am EST"},
      // Tomorrow is a date, not 24 hours: 23:30 and half an hour later.
      {at(2026, 11, 25, 5, 0), at(2026, 11, 25, 4, 30), "tomorrow at 12:00 am EST"},
      // The hour that comes twice in autumn is told apart.
      {at(2026, 11, 1, 5, 30), at(2026, 11, 1, 4, 0), "today at 1:30 am EDT"},
      {at(2026, 11, 1, 6, 30), at(2026, 11, 1, 4, 0), "today at 1:30 am EST"},
      // And the one that does not come in spring.
      {at(2026, 3, 8, 6, 59), at(2026, 3, 8, 6, 0), "today at 1:59 am EST"},
      {at(2026, 3, 8, 7, 0), at(2026, 3, 8, 6, 0), "today at 3:00 am EDT"},
  };
  for (const auto& row : rows) EXPECT_EQ(near_words(row.t, zone, row.now), row.words);
  EXPECT_EQ(instant_words(at(2026, 11, 24, 22, 0), zone, at(2026, 11, 1, 0, 0)),
            "Tuesday 24 November, 5:00 pm EST");
  EXPECT_EQ(instant_words(at(2025, 7, 4, 12, 0), zone, at(2026, 11, 1, 0, 0)),
            "Friday 4 July 2025, 7:00 am EST");
}

TEST(Wording, openings) {
  const auto zone = new_york();
  const auto now = at(2026, 11, 27, 23, 0);  // Friday, 6 pm
  EXPECT_EQ(opening_words(at(2026, 11, 28, 3, 30), zone, now), "10:30 pm ET");
  EXPECT_EQ(opening_words(at(2026, 11, 28, 13, 0), zone, now), "tomorrow 8 am ET");
  EXPECT_EQ(opening_words(at(2026, 11, 30, 13, 0), zone, now), "Monday 8 am ET");
  EXPECT_EQ(opening_words(at(2026, 12, 7, 17, 0), zone, now), "Monday 7 December noon ET");
}

TEST(Wording, zones) {
  const auto now = at(2026, 7, 1, 12, 0);
  EXPECT_EQ(zone_words(new_york(), now), "ET");
  EXPECT_EQ(zone_words(TimeZone::utc(), now), "UTC");
  EXPECT_EQ(zone_words(TimeZone::fixed("Europe/London", hours{1}, "BST"), now), "London time");
  EXPECT_EQ(zone_words(TimeZone::fixed("Asia/Shanghai", hours{8}, "CST"), now), "Shanghai time");
  EXPECT_EQ(zone_words(TimeZone::fixed("America/Chicago", hours{-5}, "CDT"), now), "CT");
  EXPECT_EQ(zone_words(TimeZone::fixed("America/Sao_Paulo", hours{-3}, "-03"), now), "Sao Paulo time");
  EXPECT_EQ(zone_words_at(now, TimeZone::fixed("Asia/Kolkata", hours{5} + minutes{30}, "+0530")), "UTC+5:30");
  EXPECT_EQ(zone_words_at(now, TimeZone::fixed("America/Sao_Paulo", hours{-3}, "-03")), "UTC-3");
}

TEST(Wording, spans_and_targets) {
  EXPECT_EQ(duration_words(Seconds{-5}), "0 min");
  EXPECT_EQ(duration_words(Seconds{0}), "0 min");
  EXPECT_EQ(duration_words(Seconds{29}), "under a minute");
  EXPECT_EQ(duration_words(Seconds{89}), "1 min");
  EXPECT_EQ(duration_words(Seconds{90}), "2 min");
  EXPECT_EQ(duration_words(minutes{72}), "1 h 12 min");
  EXPECT_EQ(duration_words(Seconds{3599}), "1 h");
  EXPECT_EQ(duration_words(hours{26}), "26 h");
  EXPECT_EQ(target_words(Target::of_hours(1)), "1 hour");
  EXPECT_EQ(target_words(Target::of_minutes(30)), "30 minutes");
  EXPECT_EQ(target_words(Target::of_business_days(1)), "1 business day");
  EXPECT_EQ(target_words(Target::of_business_days(2)), "2 business days");
  EXPECT_EQ(target_adjective(Target::of_hours(4)), "4-hour");
}

TEST(Wording, sizes) {
  EXPECT_EQ(size_words(1), "1 byte");
  EXPECT_EQ(size_words(999), "999 bytes");
  EXPECT_EQ(size_words(340'123), "340 kB");
  EXPECT_EQ(size_words(25'000'000), "25 MB");
  EXPECT_EQ(size_words(2'449'000), "2.4 MB");
}

WeeklyHours weekdays(int from, int to, WallInterval hours) {
  WeeklyHours weekly;
  for (int day = from; day <= to; ++day) weekly[static_cast<std::size_t>(day)] = {hours};
  return weekly;
}

TEST(Wording, hours) {
  const auto zone = new_york();
  const auto now = at(2026, 11, 24, 14, 0);
  auto weekly = weekdays(0, 4, {480, 1020});
  EXPECT_EQ(hours_words(weekly, zone, now), "Monday–Friday, 8 am – 5 pm ET");
  weekly[4] = {{480, 720}};
  EXPECT_EQ(hours_words(weekly, zone, now), "Monday–Thursday, 8 am – 5 pm; Friday, 8 am – noon ET");
  weekly = weekdays(0, 0, {540, 1050});
  weekly[1] = weekly[3] = weekly[0];
  EXPECT_EQ(hours_words(weekly, zone, now), "Monday and Tuesday, Thursday, 9 am – 5:30 pm ET");
  weekly = weekdays(5, 5, {1320, 1800});
  EXPECT_EQ(hours_words(weekly, zone, now), "Saturday, 10 pm – 6 am ET");
  weekly = weekdays(0, 6, {0, 1440});
  EXPECT_EQ(hours_words(weekly, zone, now), "Monday–Sunday, all day ET");
  weekly[0] = {{480, 720}, {780, 1020}};
  EXPECT_EQ(hours_words({weekly[0]}, zone, now), "Monday, 8 am – noon and 1 pm – 5 pm ET");
  EXPECT_EQ(hours_words({}, zone, now), "by appointment");
}

TEST(Wording, hours_for_staff) {
  const auto zone = new_york();
  const auto now = at(2026, 11, 24, 14, 0);
  const auto words = [&](const WeeklyHours& weekly) {
    return hours_words(weekly, zone, now, ClockFace::of_24_hours);
  };
  EXPECT_EQ(words(weekdays(0, 4, {480, 1050})), "Monday–Friday, 08:00–17:30 ET");
  EXPECT_EQ(words(weekdays(5, 5, {1320, 1800})), "Saturday, 22:00–06:00 ET");
  EXPECT_EQ(words(weekdays(5, 5, {0, 720})), "Saturday, 00:00–12:00 ET");
  EXPECT_EQ(words(weekdays(5, 5, {720, 1440})), "Saturday, 12:00–24:00 ET");
  EXPECT_EQ(words(weekdays(0, 6, {0, 1440})), "Monday–Sunday, all day ET");
}

TEST(Wording, names_are_told_for_all) {
  for (const auto status :
       {Status::fresh, Status::open, Status::waiting, Status::resolved, Status::spam, Status::merged}) {
    EXPECT_FALSE(status_words(status).empty());
  }
  EXPECT_EQ(clock_name(ClockKind::next_update), "Next update");
}

}  // namespace
}  // namespace punctual::text
