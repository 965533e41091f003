#include "web/http/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "web/http/text.h"

namespace punctual::web {
namespace {

constexpr std::array<std::uint8_t, 12> mapped_prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

bool mapped(const Address& address) {
  return std::equal(mapped_prefix.begin(), mapped_prefix.end(), address.bytes.begin());
}

/// X-Forwarded-For entries come as 203.0.113.9, 203.0.113.9:4711, 2001:db8::1, [2001:db8::1] or
/// [2001:db8::1]:4711.
std::string_view without_port(std::string_view entry) {
  if (entry.starts_with('[')) return entry.substr(1, std::min(entry.find(']'), entry.size()) - 1);
  const auto colon = entry.find(':');
  const bool one_colon =
      colon != std::string_view::npos && entry.find(':', colon + 1) == std::string_view::npos;
  return one_colon ? entry.substr(0, colon) : entry;
}

}  // namespace

bool Address::loopback() const {
  if (mapped(*this)) return bytes[12] == 127;
  Address one;
  one.bytes[15] = 1;
  return *this == one;
}

std::string Address::text() const {
  std::array<char, INET6_ADDRSTRLEN> out{};
  if (mapped(*this)) return ::inet_ntop(AF_INET, bytes.data() + 12, out.data(), out.size());
  return ::inet_ntop(AF_INET6, bytes.data(), out.data(), out.size());
}

Address Address::network() const {
  if (mapped(*this)) return *this;
  Address out = *this;
  std::fill(out.bytes.begin() + 8, out.bytes.end(), std::uint8_t{0});
  return out;
}

std::optional<Address> parse_address(std::string_view text) {
  std::array<char, INET6_ADDRSTRLEN> terminated{};
  if (text.size() >= terminated.size()) return std::nullopt;
  std::copy(text.begin(), text.end(), terminated.begin());
  Address out;
  if (::inet_pton(AF_INET6, terminated.data(), out.bytes.data()) == 1) return out;
  std::copy(mapped_prefix.begin(), mapped_prefix.end(), out.bytes.begin());
  if (::inet_pton(AF_INET, terminated.data(), out.bytes.data() + 12) == 1) return out;
  return std::nullopt;
}

Networks::Networks(const std::vector<std::string>& entries) {
  for (const std::string& entry : entries) {
    const auto slash = std::min(entry.find('/'), entry.size());
    const auto network = parse_address(std::string_view(entry).substr(0, slash));
    const bool v4 = network && entry.find(':') == std::string::npos;
    const int most = v4 ? 32 : 128;
    int bits = most;
    bool readable = network.has_value();
    if (readable && slash < entry.size()) {
      const char* end = entry.data() + entry.size();
      const auto [read_to, error] = std::from_chars(entry.data() + slash + 1, end, bits);
      readable = error == std::errc{} && read_to == end && bits >= 0 && bits <= most;
    }
    if (!readable)
      throw std::invalid_argument("trusted_proxies: \"" + entry +
                                  "\" is neither an address nor a CIDR block; write 10.0.0.7 or 10.0.0.0/8");
    blocks_.push_back({*network, v4 ? bits + 96 : bits});
  }
}

bool Networks::contains(const Address& address) const {
  return std::ranges::any_of(blocks_, [&](const Block& block) {
    const auto whole = static_cast<std::size_t>(block.bits / 8);
    const int rest = block.bits % 8;
    const auto& network = block.network.bytes;
    if (std::memcmp(network.data(), address.bytes.data(), whole) != 0) return false;
    return rest == 0 || ((network[whole] ^ address.bytes[whole]) >> (8 - rest)) == 0;
  });
}

Address client_address(const Address& peer, std::string_view forwarded_for, const Networks& trusted) {
  Address client = peer;
  while (!forwarded_for.empty() && trusted.contains(client)) {
    const auto comma = forwarded_for.rfind(',');
    const bool last = comma == std::string_view::npos;
    const auto entry = trimmed(last ? forwarded_for : forwarded_for.substr(comma + 1));
    forwarded_for = last ? std::string_view() : forwarded_for.substr(0, comma);
    const auto address = parse_address(without_port(entry));
    if (!address) break;
    client = *address;
  }
  return client;
}

}  // namespace punctual::web
