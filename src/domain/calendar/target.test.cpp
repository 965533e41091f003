#include "domain/calendar/target.h"

#include <gtest/gtest.h>

namespace punctual {
namespace {

TEST(Target, ReadsBackAsItWasWritten) {
  for (const auto* text : {"0m", "30s", "90m", "4h", "1bd", "0bd", "2562047788015215h"})
    EXPECT_EQ(format_target(parse_target(text).value()), text);
  EXPECT_EQ(parse_target("90m")->seconds(), std::chrono::minutes{90});
  EXPECT_EQ(parse_target("4h"), Target::of_hours(4));
  EXPECT_TRUE(parse_target("1bd")->in_business_days());
}

TEST(Target, RefusesWhatIsNone) {
  for (const auto* text : {"", "h", "4", "4 h", " 4h", "4h ", "-4h", "+4h", "4.5h", "4d", "4H", "4hh",
                           "1h30m", "bd", "99999999999999999999h", "9223372036854775807h", "0x4h", "1e3s"})
    EXPECT_FALSE(parse_target(text)) << text;
}

}  // namespace
}  // namespace punctual
