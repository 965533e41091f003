#include "app/sla/timeline.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual::app {
namespace {

using namespace zones;

Calendar office() {
  BusinessHours hours;
  for (std::size_t i = 0; i < 5; ++i) hours.weekly[i] = {{540, 1020}};
  hours.holidays[date(2024, 3, 11)] = "Fête";
  return Calendar::compile(hours, new_york());
}

TEST(Timeline, OneLineAStretchWithTheSumSoFar) {
  EXPECT_EQ(
      timeline(explain(office(), utc(2024, 3, 8, 21, 30), utc(2024, 3, 12, 13, 30, 5)), new_york()),
      "  From                        to                             length         so far\n"
      "  Fri  8 Mar 2024   9:00 am – 4:30 pm                    7 h 30 min                 before the "
      "start\n"
      "  Fri  8 Mar 2024   4:30 pm – 5:00 pm                        30 min         30 min  counted\n"
      "  Fri  8 Mar 2024   5:00 pm – Sun 10 Mar 2024, midnight        54 h                 closed; "
      "clocks go forward 1 hour on Sun 10 Mar 2024\n"
      "  Mon 11 Mar 2024  12:00 am – midnight                         24 h                 holiday: Fête\n"
      "  Tue 12 Mar 2024  12:00 am – 9:00 am                           9 h                 closed\n"
      "  Tue 12 Mar 2024   9:00 am – 9:30:05 am                 30 min 5 s  1 h 0 min 5 s  counted\n");
}

TEST(Timeline, SaysEveryChangeOfTheClocks) {
  const auto text = [](const TimeZone& zone, Instant from, Instant to) {
    return timeline(explain(Calendar::always(zone), from, to), zone);
  };
  const auto year = text(new_york(), utc(2024, 1, 1), utc(2025, 1, 1));
  EXPECT_NE(year.find("forward 1 hour on Sun 10 Mar 2024; clocks go back 1 hour on Sun  3 Nov 2024"),
            year.npos);
  EXPECT_NE(text(lord_howe(), utc(2024, 4, 6), utc(2024, 4, 7)).find("back 30 minutes on Sun  7 Apr 2024"),
            std::string::npos);
  EXPECT_NE(text(apia(), utc(2011, 12, 29), utc(2012, 1, 1)).find("forward 24 hours on Sat 31 Dec 2011"),
            std::string::npos);
  const auto from_the_jump_on = text(new_york(), utc(2024, 3, 10, 7), utc(2024, 3, 10, 9));
  EXPECT_NE(from_the_jump_on.find("forward"), std::string::npos);
  const auto up_to_the_jump = text(new_york(), utc(2024, 3, 10, 5), utc(2024, 3, 10, 7));
  EXPECT_EQ(up_to_the_jump.find("forward"), std::string::npos);
}

}  // namespace
}  // namespace punctual::app
