#include "web/pages/timeline_picture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "web/pages/explanation.h"

namespace punctual::web {
namespace {

using namespace std::chrono;
using testing::ElementsAre;
using Kind = TimelineKind;

const TimeZone new_york = TimeZone::fixed("America/New_York", hours{-5}, "EST");

// 9 to 5 in New York; Thursday 26 November 2026 is a holiday.
Calendar office() {
  BusinessHours business;
  for (std::size_t i = 0; i < 5; ++i) business.weekly[i] = {{540, 1020}};
  business.holidays[local_days{year{2026} / 11 / 26}] = "Thanksgiving Day";
  return Calendar::compile(business, new_york);
}

// In New York, of November 2026: the 23rd is a Monday.
Instant on(unsigned day, int hour, int minute = 0) {
  return sys_days{year{2026} / 11 / day} + hours{hour + 5} + minutes{minute};
}

sla::Clock clock_of(Instant start, std::optional<Target> target, std::optional<Instant> stopped = {}) {
  sla::Clock clock{.start = start, .target = target, .calendar = office(), .stopped = stopped};
  if (target) clock.due = clock.calendar->due(start, *target);
  return clock;
}

TimelinePicture drawn(const sla::Clock& clock, Instant now) {
  return picture_of(sla::explain(clock, now), clock.stopped ? ClockRuns::stopped : ClockRuns::on, new_york,
                    {clock.stopped ? "answered" : "now", "due"});
}

std::vector<Kind> kinds_of(const TimelinePicture& picture) {
  std::vector<Kind> kinds;
  for (const auto& part : picture.parts) kinds.push_back(part.kind);
  return kinds;
}

std::vector<std::string> words_of(const TimelinePicture& picture, bool wide) {
  std::vector<std::string> words;
  for (const auto& label : picture.labels)
    if (wide || !label.only_wide) words.push_back(label.text);
  return words;
}

int length_of(const TimelinePicture& picture, Kind kind) {
  int length = 0;
  for (const auto& part : picture.parts)
    if (part.kind == kind) length += part.to - part.from;
  return length;
}

TEST(TimelinePicture, hours_are_to_scale_and_a_holiday_between_them_is_short) {
  const auto picture = drawn(clock_of(on(25, 15), Target::of_hours(4)), on(25, 16));
  EXPECT_THAT(kinds_of(picture), ElementsAre(Kind::before, Kind::counted, Kind::ahead, Kind::closed,
                                             Kind::holiday, Kind::closed, Kind::ahead));
  EXPECT_NEAR(length_of(picture, Kind::ahead), 3 * length_of(picture, Kind::counted), 2);
  EXPECT_LT(length_of(picture, Kind::holiday), length_of(picture, Kind::counted));
  EXPECT_TRUE(picture.shortened);
  EXPECT_EQ(picture.due, timeline_length);
  EXPECT_EQ(picture.until, picture.parts[1].to);
}

TEST(TimelinePicture, its_parts_follow_one_another_from_end_to_end) {
  const auto picture = drawn(clock_of(on(25, 15), Target::of_hours(40)), on(27, 11, 7));
  ASSERT_FALSE(picture.parts.empty());
  EXPECT_EQ(picture.parts.front().from, 0);
  EXPECT_EQ(picture.parts.back().to, timeline_length);
  for (std::size_t i = 1; i < picture.parts.size(); ++i)
    EXPECT_EQ(picture.parts[i].from, picture.parts[i - 1].to);
}

TEST(TimelinePicture, beyond_the_due_it_is_late_and_after_a_stop_in_time_it_is_spare) {
  const auto late = drawn(clock_of(on(23, 9), Target::of_hours(1)), on(23, 11));
  EXPECT_THAT(kinds_of(late), ElementsAre(Kind::counted, Kind::late));
  EXPECT_EQ(late.until, timeline_length);
  EXPECT_EQ(late.due, 500);
  const auto kept = drawn(clock_of(on(23, 9), Target::of_hours(1), on(23, 9, 15)), on(24, 11));
  EXPECT_THAT(kinds_of(kept), ElementsAre(Kind::counted, Kind::spare));
  EXPECT_EQ(kept.until, 250);
}

TEST(TimelinePicture, waiting_and_resolved_time_is_told_apart) {
  auto clock = clock_of(on(23, 9), {});
  clock.pauses = {{{on(23, 10), on(23, 11)}, Pause::Why::waiting_on_client},
                  {{on(23, 12), on(23, 13)}, Pause::Why::resolved}};
  EXPECT_THAT(kinds_of(drawn(clock, on(23, 14))),
              ElementsAre(Kind::counted, Kind::waiting, Kind::counted, Kind::resolved, Kind::counted));
}

TEST(TimelinePicture, hundreds_of_days_stay_few_parts_and_keep_where_now_is) {
  const auto picture = drawn(clock_of(on(2, 9), Target::of_hours(8L * 900)), on(2, 9) + days{700});
  EXPECT_LT(picture.parts.size(), 20U);
  EXPECT_GT(length_of(picture, Kind::counted), 400);
  EXPECT_GT(length_of(picture, Kind::ahead), 300);
  EXPECT_EQ(picture.parts.back().to, timeline_length);
}

TEST(TimelinePicture, a_clock_that_has_just_begun_and_promises_nothing_has_no_parts) {
  EXPECT_TRUE(drawn(clock_of(on(23, 9), {}), on(23, 9)).parts.empty());
}

TEST(TimelinePicture, where_nothing_was_open_there_is_still_a_line) {
  const auto picture = drawn(clock_of(on(25, 18), {}), on(26, 12));
  EXPECT_THAT(kinds_of(picture), ElementsAre(Kind::closed, Kind::holiday));
  EXPECT_EQ(picture.parts.back().to, timeline_length);
}

TEST(TimelineLabels, name_the_marks_the_days_and_the_holiday_where_there_is_room) {
  const auto picture = drawn(clock_of(on(25, 13), Target::of_hours(8)), on(25, 15));
  EXPECT_THAT(words_of(picture, false), ElementsAre("due", "now", "Thanksgiving Day", "Wed"));
  EXPECT_THAT(words_of(drawn(clock_of(on(23, 10), Target::of_hours(20)), on(23, 15)), false),
              ElementsAre("due", "now", "Mon", "Tue", "Wed"));
  EXPECT_EQ(picture.labels[0].anchor, TimelineLabel::Anchor::end);
}

TEST(TimelineLabels, a_holiday_parted_by_now_is_named_once) {
  const auto words = words_of(drawn(clock_of(on(24, 9), Target::of_hours(20)), on(26, 10)), true);
  EXPECT_EQ(std::ranges::count(words, "Thanksgiving Day"), 1);
}

TEST(TimelineLabels, two_marks_side_by_side_stand_in_two_rows) {
  const auto picture = drawn(clock_of(on(23, 9), Target::of_hours(8)), on(23, 16, 55));
  EXPECT_EQ(picture.labels[0].row, TimelineLabel::Row::above);
  EXPECT_EQ(picture.labels[1].row, TimelineLabel::Row::below);
}

TEST(TimelineLabels, beyond_a_week_days_have_their_dates) {
  const auto picture = drawn(clock_of(on(9, 9), Target::of_hours(80)), on(10, 11));
  EXPECT_THAT(words_of(picture, true), testing::Contains("16 Nov"));
  EXPECT_LT(words_of(picture, false).size(), words_of(picture, true).size());
}

}  // namespace
}  // namespace punctual::web
