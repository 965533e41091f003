#include "web/limits/rate_limit.h"

#include <gtest/gtest.h>

namespace punctual::web {
namespace {

constexpr Instant noon{std::chrono::hours{12}};

TEST(RateLimit, CountsWithinItsWindow) {
  RateLimit limit(2, Seconds{60});
  EXPECT_TRUE(limit.allow("a", noon));
  EXPECT_TRUE(limit.allow("a", noon + Seconds{59}));
  EXPECT_FALSE(limit.allow("a", noon + Seconds{59}));
  EXPECT_TRUE(limit.allow("b", noon + Seconds{59}));
  EXPECT_TRUE(limit.allow("a", noon + Seconds{60}));
}

TEST(RateLimit, AnAmountIsTakenWholeOrNotAtAll) {
  RateLimit limit(10, Seconds{60});
  EXPECT_TRUE(limit.allow("a", noon, 7));
  EXPECT_FALSE(limit.allow("a", noon, 4));
  EXPECT_TRUE(limit.allow("a", noon, 3));
}

TEST(RateLimit, AFloodOfNewKeysGivesNoTriesBack) {
  RateLimit limit(3, Seconds{60});
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(limit.allow("victim", noon));
  for (int i = 0; i < 250'000; ++i) limit.allow("flood " + std::to_string(i), noon);
  EXPECT_FALSE(limit.allow("victim", noon));
}

TEST(RateLimit, AnIpv6NetworkIsItsFirstHalf) {
  EXPECT_EQ(network_of("2001:db8:7:0::5"), network_of("2001:db8:7:0:a:b:c:d"));
  EXPECT_NE(network_of("2001:db8:7:0::5"), network_of("2001:db8:7:1::5"));
  EXPECT_EQ(network_of("203.0.113.9"), "203.0.113.9");
}

TEST(RateLimit, how_many_may_be_decided_anew) {
  RateLimit limit(9, std::chrono::minutes{10});
  const Instant now{std::chrono::hours{1}};
  EXPECT_TRUE(limit.allow_of(2, "a", now));
  EXPECT_TRUE(limit.allow_of(2, "a", now));
  EXPECT_FALSE(limit.allow_of(2, "a", now));
  EXPECT_TRUE(limit.allow_of(3, "a", now));
  EXPECT_FALSE(limit.allow_of(1, "a", now));
}

}  // namespace
}  // namespace punctual::web
