#include "desk/text/printed.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace punctual::text {
namespace {

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  ///< bytes; 0: what stands there is no UTF-8
};

struct Lead {
  unsigned char mask;
  unsigned char bits;
  std::size_t length;
  char32_t least;  ///< shorter ways to write it are no UTF-8
};
constexpr Lead leads[] = {
    {0x80, 0x00, 1, 0}, {0xe0, 0xc0, 2, 0x80}, {0xf0, 0xe0, 3, 0x800}, {0xf8, 0xf0, 4, 0x10000}};

Character first_of(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto lead =
      std::ranges::find_if(leads, [&](const Lead& one) { return (byte(0) & one.mask) == one.bits; });
  if (lead == std::end(leads) || text.size() < lead->length) return {};
  char32_t code = byte(0) & static_cast<unsigned char>(~lead->mask);
  for (std::size_t i = 1; i < lead->length; ++i) {
    if ((byte(i) & 0xc0U) != 0x80U) return {};
    code = (code << 6U) | (byte(i) & 0x3fU);
  }
  if (code < lead->least || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return {};
  return {code, lead->length};
}

struct Range {
  char32_t from;
  char32_t to;
};
/// C0, DEL and C1, marks and overrides of direction, line and paragraph separators.
constexpr Range unprinted[] = {{0x00, 0x1f},     {0x7f, 0x9f},     {0x61c, 0x61c},
                               {0x200e, 0x200f}, {0x2028, 0x202e}, {0x2066, 0x2069}};

}  // namespace

std::string printed(std::string_view foreign) {
  std::string text;
  while (!foreign.empty()) {
    const Character first = first_of(foreign);
    const bool shown = first.length > 0 && std::ranges::none_of(unprinted, [&](const Range& range) {
                         return first.code >= range.from && first.code <= range.to;
                       });
    if (shown)
      text += foreign.substr(0, first.length);
    else if (first.length > 0)
      fmt::format_to(std::back_inserter(text), "\\u{:04x}", static_cast<std::uint32_t>(first.code));
    else
      fmt::format_to(std::back_inserter(text), "\\x{:02x}", static_cast<unsigned char>(foreign.front()));
    foreign.remove_prefix(std::max<std::size_t>(first.length, 1));
  }
  return text;
}

}  // namespace punctual::text
