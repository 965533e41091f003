#include "domain/time/rfc3339.h"

#include <gtest/gtest.h>

#include "domain/time/zones.test.h"

namespace punctual {
namespace {

using zones::utc;

TEST(Rfc3339, ReadsZuluAndOffsets) {
  EXPECT_EQ(parse_rfc3339("2024-03-10T08:00:00Z"), utc(2024, 3, 10, 8));
  EXPECT_EQ(parse_rfc3339("2024-03-10T03:00:00-05:00"), utc(2024, 3, 10, 8));
  EXPECT_EQ(parse_rfc3339("2024-03-10T13:30:00+05:30"), utc(2024, 3, 10, 8));
  EXPECT_EQ(parse_rfc3339("2024-02-29T23:59:59-00:00"), utc(2024, 2, 29, 23, 59, 59));
  EXPECT_EQ(parse_rfc3339("1969-12-31t23:59:59z"), utc(1969, 12, 31, 23, 59, 59));
}

TEST(Rfc3339, RefusesWhatIsNotOne) {
  for (const auto* text : {"",
                           "2024",
                           "2024-03-10",
                           "2024-03-10T08:00:00",
                           "2024-03-10 08:00:00Z",
                           "2024-03-10T08:00Z",
                           "2024-03-10T08:00:00.5Z",
                           "2024-03-10T24:00:00Z",
                           "2024-03-10T08:60:00Z",
                           "2024-03-10T08:00:60Z",
                           "2023-02-29T08:00:00Z",
                           "2024-13-01T08:00:00Z",
                           "2024-00-10T08:00:00Z",
                           "2024-03-10T08:00:00+0500",
                           "2024-03-10T08:00:00+24:00",
                           "2024-03-10T08:00:00+05:60",
                           "2024-03-10T08:00:00Z ",
                           " 2024-03-10T08:00:00Z",
                           "+024-03-10T08:00:00Z",
                           "12024-03-10T08:00:00Z",
                           "2024-3-10T08:00:00Z",
                           "2024-03-10T08:00:00+",
                           "2024-03-10T08:00:00ZZ",
                           "2024-03-10T-8:00:00Z"})
    EXPECT_FALSE(parse_rfc3339(text)) << text;
}

TEST(Rfc3339, WritesWhatItReads) {
  for (const auto* text : {"2024-03-10T08:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    EXPECT_EQ(format_rfc3339(*parse_rfc3339(text)), text);
  EXPECT_FALSE(has_rfc3339(*parse_rfc3339("9999-12-31T23:59:59Z") + Seconds{1}));
  EXPECT_FALSE(has_rfc3339(*parse_rfc3339("0000-01-01T00:00:00+00:01")));
}

TEST(Rfc3339, Dates) {
  EXPECT_EQ(parse_date("2024-02-29"), zones::date(2024, 2, 29));
  EXPECT_EQ(format_date(zones::date(2024, 2, 9)), "2024-02-09");
  for (const auto* text : {"", "2023-02-29", "2024-2-9", "2024-02-09T", "20240209", "2024/02/09"})
    EXPECT_FALSE(parse_date(text)) << text;
}

}  // namespace
}  // namespace punctual
