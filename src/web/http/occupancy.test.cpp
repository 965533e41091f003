#include "web/http/occupancy.h"

#include <gtest/gtest.h>

namespace punctual::web {
namespace {

Address at(std::string_view text) {
  return parse_address(text).value();
}

const Networks proxies({"10.0.0.0/8"});

TEST(Occupancy, OneNetworkHoldsOnlySome) {
  Occupancy occupancy(10, 2, proxies);
  EXPECT_TRUE(occupancy.enter(at("203.0.113.9")));
  EXPECT_TRUE(occupancy.enter(at("203.0.113.9")));
  EXPECT_FALSE(occupancy.enter(at("203.0.113.9")));
  EXPECT_TRUE(occupancy.enter(at("203.0.113.10")));
  occupancy.leave(at("203.0.113.9"));
  EXPECT_TRUE(occupancy.enter(at("203.0.113.9")));
}

TEST(Occupancy, AnIpv6NetworkIsItsFirstHalf) {
  Occupancy occupancy(10, 1, proxies);
  EXPECT_TRUE(occupancy.enter(at("2001:db8:1:2::1")));
  EXPECT_FALSE(occupancy.enter(at("2001:db8:1:2:3::1")));
  EXPECT_TRUE(occupancy.enter(at("2001:db8:1:3::1")));
}

TEST(Occupancy, ProxiesAndThisMachineStandForMany) {
  Occupancy occupancy(5, 1, proxies);
  EXPECT_TRUE(occupancy.enter(at("10.1.2.3")));
  EXPECT_TRUE(occupancy.enter(at("10.1.2.3")));
  EXPECT_TRUE(occupancy.enter(at("127.0.0.1")));
  EXPECT_TRUE(occupancy.enter(at("127.0.0.1")));
  EXPECT_TRUE(occupancy.enter(at("::1")));
  EXPECT_FALSE(occupancy.enter(at("::1"))) << "all together are limited all the same";
}

TEST(Occupancy, WhoLeavesMakesItEmpty) {
  Occupancy occupancy(5, 1, proxies);
  const auto now = std::chrono::steady_clock::now();
  ASSERT_TRUE(occupancy.enter(at("203.0.113.9")));
  EXPECT_FALSE(occupancy.wait_empty(now));
  occupancy.leave(at("203.0.113.9"));
  EXPECT_TRUE(occupancy.wait_empty(now));
}

}  // namespace
}  // namespace punctual::web
