#include "app/sla/typed_time.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual::app {
namespace {

using namespace zones;

const Instant now = utc(2024, 7, 1, 12);

std::optional<Instant> typed(std::string_view text) {
  return parse_typed_time(text, new_york(), now);
}

TEST(TypedTime, WithAnOffsetItIsAnInstant) {
  for (const auto* text : {"2024-03-08T16:30:00-05:00", "2024-03-08 16:30:00-05:00", "2024-03-08T21:30:00Z",
                           "2024-03-08 21:30Z", "2024-03-08T22:30+01:00"})
    EXPECT_EQ(typed(text), utc(2024, 3, 8, 21, 30)) << text;
  EXPECT_EQ(typed("now"), now);
}

TEST(TypedTime, WithoutOneItIsWhatTheClocksRead) {
  EXPECT_EQ(typed("2024-03-08 16:30"), utc(2024, 3, 8, 21, 30));
  EXPECT_EQ(typed("2024-03-08T16:30:05"), utc(2024, 3, 8, 21, 30, 5));
  EXPECT_EQ(typed("2024-03-10 02:30"), utc(2024, 3, 10, 7)) << "jumped over: the jump";
  EXPECT_EQ(typed("2024-11-03 01:30"), utc(2024, 11, 3, 5, 30)) << "comes twice: the first";
}

TEST(TypedTime, RefusesWhatIsNone) {
  for (const auto* text : {"", "yesterday", "2024-03-08", "16:30", "2024-02-30 16:30", "2024-03-08 24:00",
                           "2024-03-08 16:30:00.5", "2024-03-08 16:30 EST", "2024-03-08  16:30",
                           "08.03.2024 16:30", "2024-03-08 16:30:"})
    EXPECT_EQ(typed(text), std::nullopt) << text;
}

TEST(TypedTime, IsSaidWithItsYearAndZone) {
  EXPECT_EQ(dated_exactly(utc(2024, 3, 11, 13, 30), new_york()),
            "Monday 11 March 2024, 9:30 am EDT (2024-03-11T13:30:00Z)");
}

}  // namespace
}  // namespace punctual::app
