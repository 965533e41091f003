#include "app/sla/calendar_cache.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "domain/time/zones.test.h"
#include "store/zones/system_zones.h"

namespace punctual::batch {
namespace {

constexpr std::size_t megabyte = 1 << 20;

boost::json::value calendar(int n, const std::string& remark = "") {
  const auto closes = "1" + std::to_string(n % 9) + ":0" + std::to_string(n / 9 % 9);
  return boost::json::parse(R"({"time_zone":"Europe/Berlin","remark":")" + remark +
                            R"(","weekly":{"mon":[["09:00",")" + closes + R"("]]}})");
}

TEST(CalendarCache, CompilesWhatRepeatsOnce) {
  const SystemZones zones;
  CalendarCache calendars(zones);
  const auto first = calendars.find(calendar(1)).value();
  const auto before = calendars.find(calendar(1))->bytes();
  first.is_open(zones::utc(2024, 7, 1));
  EXPECT_GT(calendars.find(calendar(1))->bytes(), before) << "the same calendar, which has grown";
}

TEST(CalendarCache, StaysSmallWhileCalendarsGrow) {
  const SystemZones zones;
  CalendarCache calendars(zones, megabyte);
  for (int n = 0; n < 400; ++n)
    calendars.find(calendar(n, std::to_string(n)))->elapsed(zones::utc(1990, 1, 1), zones::utc(2040, 1, 1));
  EXPECT_GT(calendars.bytes(), megabyte / 2);
  EXPECT_LT(calendars.bytes(), 12 * megabyte);
}

TEST(CalendarCache, StaysSmallWhereTextsAreLong) {
  const SystemZones zones;
  CalendarCache calendars(zones, megabyte);
  for (int n = 0; n < 80; ++n) {
    EXPECT_TRUE(calendars.find(calendar(n, std::string(200'000, 'x'))));
    EXPECT_TRUE(calendars.find(calendar(n, std::string(2'000'000, 'x'))));
  }
  EXPECT_GT(calendars.bytes(), megabyte / 2);
  EXPECT_LT(calendars.bytes(), 3 * megabyte);
}

}  // namespace
}  // namespace punctual::batch
