#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace punctual::web {

/// An IP address; IPv4 as its mapped form, so that 203.0.113.9 and ::ffff:203.0.113.9 are one.
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  bool loopback() const;
  std::string text() const;
  /// What one subscriber holds: IPv4 as it is, of IPv6 the /64.
  Address network() const;
  auto operator<=>(const Address&) const = default;
};

/// Of an address alone: no port, no brackets, no zone.
std::optional<Address> parse_address(std::string_view text);

/// Addresses and CIDR blocks, v4 and v6. Throws std::invalid_argument naming the entry that is neither.
class Networks {
 public:
  explicit Networks(const std::vector<std::string>& entries);
  bool contains(const Address& address) const;

 private:
  struct Block {
    Address network;
    int bits;  ///< of the 128
  };
  std::vector<Block> blocks_;
};

/// Who asks: `peer`, unless that is a trusted proxy; then the rightmost address of X-Forwarded-For (all its
/// header lines joined) that is not trusted. What stands left of an unreadable entry counts for nothing.
Address client_address(const Address& peer, std::string_view forwarded_for, const Networks& trusted);

}  // namespace punctual::web
