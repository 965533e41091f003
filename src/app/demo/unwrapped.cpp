#include "app/demo/unwrapped.h"

#include <algorithm>

namespace punctual::app::demo {

namespace {

/// Lines that mean something as they stand.
bool stands_alone(std::string_view line) {
  if (line.empty()) return true;
  if (std::string_view(" \t-*>|<`#").find(line.front()) != std::string_view::npos) return true;
  const auto digits =
      std::ranges::find_if_not(line, [](char c) { return c >= '0' && c <= '9'; }) - line.begin();
  return digits > 0 && line.substr(static_cast<std::size_t>(digits)).starts_with(". ");
}

}  // namespace

std::string unwrapped(std::string_view text) {
  std::string joined;
  bool fenced = false;
  std::string_view before;
  while (text.starts_with('\n')) text.remove_prefix(1);
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const bool continues_item = before.starts_with("- ") && !stands_alone(line);
    if (!joined.empty())
      joined += fenced || stands_alone(line) || (stands_alone(before) && !continues_item) ? '\n' : ' ';
    joined += line;
    if (line.starts_with("```")) fenced = !fenced;
    before = line;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (joined.ends_with('\n')) joined.pop_back();
  return joined;
}

}  // namespace punctual::app::demo
