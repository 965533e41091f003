#include "web/http/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace punctual::web {
namespace {

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char l = lower(c);
  return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
}

/// Length of the sequence at `p` that has `left` bytes before the end; 0 when it is not well-formed.
std::size_t sequence_length(const unsigned char* p, std::size_t left) {
  const auto continues = [&](std::size_t at) { return at < left && (p[at] & 0xC0U) == 0x80U; };
  const unsigned char first = p[0];
  if (first < 0x80) return first == 0 ? 0 : 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return continues(1) ? 2 : 0;
  if (first < 0xF0) {
    if (!continues(1) || !continues(2)) return 0;
    if (first == 0xE0 && p[1] < 0xA0) return 0;
    if (first == 0xED && p[1] >= 0xA0) return 0;
    return 3;
  }
  if (first > 0xF4 || !continues(1) || !continues(2) || !continues(3)) return 0;
  if (first == 0xF0 && p[1] < 0x90) return 0;
  if (first == 0xF4 && p[1] >= 0x90) return 0;
  return 4;
}

constexpr std::array<bool, 256> token_table = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("!#$%&'*+-.^_`|~0123456789"
                                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

}  // namespace

bool is_text(std::string_view bytes) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t left = bytes.size();
  while (left > 0) {
    // Eight ASCII bytes at once, none of them NUL: the usual case of a long description.
    if (left >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, p, 8);
      const bool ascii = (word & 0x8080808080808080U) == 0;
      const bool no_nul = ((word - 0x0101010101010101U) & ~word & 0x8080808080808080U) == 0;
      if (ascii && no_nul) {
        p += 8;
        left -= 8;
        continue;
      }
    }
    const std::size_t length = sequence_length(p, left);
    if (length == 0) return false;
    p += length;
    left -= length;
  }
  return true;
}

bool is_token(std::string_view bytes) {
  return !bytes.empty() &&
         std::ranges::all_of(bytes, [](char c) { return token_table[static_cast<unsigned char>(c)]; });
}

std::optional<std::string> percent_decoded(std::string_view raw, Plus plus) {
  std::string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '+' && plus == Plus::space) {
      out += ' ';
    } else if (raw[i] != '%') {
      out += raw[i];
    } else {
      if (raw.size() - i < 3) return std::nullopt;
      const int high = hex_value(raw[i + 1]);
      const int low = hex_value(raw[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (!is_text(out)) return std::nullopt;
  return out;
}

void append_lower(std::string& out, std::string_view text) {
  for (const char c : text) out += lower(c);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::ranges::equal(a, b, {}, lower, lower);
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace punctual::web
