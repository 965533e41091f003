#include "desk/text/one_line.h"

#include <algorithm>
#include <array>

namespace punctual::text {
namespace {

constexpr std::array<std::string_view, 11> turning{"\u2028", "\u2029", "\u202a", "\u202b", "\u202c", "\u202d",
                                                   "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"};
/// Of no width: a line of nothing else is empty.
constexpr std::array<std::string_view, 9> unseen{"\u00ad", "\u061c", "\u200b", "\u200c", "\u200d",
                                                 "\u200e", "\u200f", "\u2060", "\ufeff"};

std::size_t length_of_mark(std::string_view text, const auto& marks) {
  for (const auto mark : marks)
    if (text.starts_with(mark)) return mark.size();
  return 0;
}

bool is_c1(std::string_view text) {
  return text.size() > 1 && text[0] == '\xc2' && static_cast<unsigned char>(text[1]) < 0xa0;
}

}  // namespace

bool turns_lines(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i)
    if (is_c1(text.substr(i)) || length_of_mark(text.substr(i), turning) > 0) return true;
  return false;
}

std::string one_line(std::string_view text, std::size_t most) {
  std::string line;
  bool seen = false;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto rest = text.substr(i);
    const auto c = static_cast<unsigned char>(text[i]);
    const auto turns = is_c1(rest) ? 2 : length_of_mark(rest, turning);
    if (c <= ' ' || c == 0x7f || turns > 0) {
      gap = !line.empty();
      i += std::max<std::size_t>(turns, 1);
      continue;
    }
    if (gap) line += ' ';
    gap = false;
    const auto hidden = length_of_mark(rest, unseen);
    seen = seen || hidden == 0;
    const auto length = std::max<std::size_t>(hidden, 1);
    line += rest.substr(0, length);
    i += length;
  }
  if (!seen) return {};
  if (line.size() <= most) return line;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  line.resize(end);
  return line + "…";
}

}  // namespace punctual::text
