#include "web/http/address.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace punctual::web {
namespace {

Address at(std::string_view text) {
  const auto address = parse_address(text);
  EXPECT_TRUE(address) << text;
  return address.value_or(Address{});
}

TEST(Address, OneAddressHasOneForm) {
  EXPECT_EQ(at("203.0.113.9"), at("::ffff:203.0.113.9"));
  EXPECT_EQ(at("::ffff:203.0.113.9").text(), "203.0.113.9");
  EXPECT_EQ(at("2001:DB8:0::1").text(), "2001:db8::1");
  EXPECT_TRUE(at("127.8.9.1").loopback());
  EXPECT_TRUE(at("::1").loopback());
  EXPECT_FALSE(at("::2").loopback());
  for (const char* bad : {"", "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.256", "::g", "1.2.3.4 ", "localhost"})
    EXPECT_FALSE(parse_address(bad)) << bad;
}

TEST(Networks, HoldAddressesAndBlocks) {
  const Networks networks({"10.0.0.7", "192.168.16.0/20", "2001:db8::/33", "fd00::1"});
  for (const char* in : {"10.0.0.7", "192.168.16.1", "192.168.31.255", "2001:db8:7fff::1", "fd00::1"})
    EXPECT_TRUE(networks.contains(at(in))) << in;
  for (const char* out : {"10.0.0.8", "192.168.32.0", "2001:db8:8000::1", "fd00::2", "::10.0.0.7"})
    EXPECT_FALSE(networks.contains(at(out))) << out;
  EXPECT_TRUE(Networks({"0.0.0.0/0"}).contains(at("1.2.3.4")));
  EXPECT_FALSE(Networks({"0.0.0.0/0"}).contains(at("2001:db8::1")));
}

TEST(Networks, NameTheEntryTheyCannotRead) {
  for (const char* bad : {"proxy", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/8x", "::/129"}) {
    try {
      const Networks networks({bad});
      FAIL() << bad;
    } catch (const std::invalid_argument& error) {
      EXPECT_NE(std::string(error.what()).find(bad), std::string::npos);
    }
  }
}

TEST(ClientAddress, IsTheRightmostThatIsNotAProxyOfOurs) {
  const Networks trusted({"10.0.0.0/8", "::1"});
  const auto client = [&](std::string_view peer, std::string_view forwarded) {
    return client_address(at(peer), forwarded, trusted).text();
  };
  struct Row {
    const char* peer;
    const char* forwarded;
    const char* client;
  };
  for (const Row& row :
       {Row{"198.51.100.1", "1.1.1.1", "198.51.100.1"}, Row{"10.0.0.1", "", "10.0.0.1"},
        Row{"10.0.0.1", "203.0.113.9", "203.0.113.9"}, Row{"10.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"},
        Row{"10.0.0.1", "203.0.113.9, 10.2.2.2", "203.0.113.9"},
        Row{"10.0.0.1", "127.0.0.1,203.0.113.9 ,10.2.2.2", "203.0.113.9"},
        Row{"::1", "203.0.113.9:4711", "203.0.113.9"}, Row{"::1", "[2001:db8::5]:443", "2001:db8::5"},
        Row{"::1", "2001:db8::5", "2001:db8::5"}, Row{"10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"},
        Row{"10.0.0.1", "6.6.6.6, unknown", "10.0.0.1"}, Row{"10.0.0.1", "6.6.6.6, , 10.0.0.2", "10.0.0.2"},
        Row{"10.0.0.1", "[", "10.0.0.1"}})
    EXPECT_EQ(client(row.peer, row.forwarded), row.client) << row.forwarded;
}

}  // namespace
}  // namespace punctual::web
