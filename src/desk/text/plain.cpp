#include "desk/text/plain.h"

#include <algorithm>
#include <cstdint>

#include "desk/text/markdown.h"

namespace punctual::text {
namespace {

// Measured: below these every attack of markdown.test.cpp ends within some milliseconds.
constexpr int most_nested = 50;
constexpr int most_cells_a_line = 100;
constexpr int most_delimiters = 4'000;
constexpr int most_table_rows = 50;          // rows of dashes under a table's head
constexpr std::int64_t most_cells = 20'000;  // the widest line times the lines a table may swallow
constexpr int most_definitions = 50;         // [name]: address
constexpr std::size_t longest_definition = 2'000;
constexpr int most_closing = 500;  // parentheses an autolink has to balance

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  return std::ranges::equal(text.substr(0, lower.size()), lower, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
}

// Quote and list markers at the start of a line, and its indentation in steps of a list item.
int nesting(std::string_view line) {
  int depth = 0;
  int spaces = 0;
  for (const char c : line) {
    if (c == ' ') {
      ++spaces;
    } else if (c == '\t') {
      spaces += 4;
    } else if (c == '>' || c == '-' || c == '*' || c == '+' || c == '.' || c == ')') {
      ++depth;
    } else if (c < '0' || c > '9') {
      break;
    }
  }
  // A rule or a row of stars is one marker repeated without a space.
  return spaces == 0 && depth > 0 && line.front() != '>' ? 1 : std::max(depth, spaces / 2);
}

/// "|-|:-:|": dashes, colons, bars and spaces alone, a dash among them.
bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|:- \t\r>") == std::string_view::npos;
}

/// "[name]: address", wherever it is indented or quoted.
bool is_definition(std::string_view line) {
  return line.find("]:") != std::string_view::npos;
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

bool is_linkable(std::string_view url) {
  return starts_with_ignoring_case(url, "http://") || starts_with_ignoring_case(url, "https://") ||
         starts_with_ignoring_case(url, "mailto:");
}

bool beyond_people(std::string_view markdown) {
  int delimiters = 0;
  int table_rows = 0;
  int definitions = 0;
  std::int64_t lines = 0;
  std::int64_t widest = 0;
  if (std::ranges::count(markdown, ')') > most_closing &&
      markdown.find("))))))))))))))))") != std::string_view::npos)
    return true;
  while (!markdown.empty()) {
    const auto line = take_line(markdown);
    if (line.empty()) continue;
    if (nesting(line) > most_nested || std::ranges::count(line, '|') > most_cells_a_line) return true;
    delimiters += static_cast<int>(std::ranges::count_if(line, [](char c) {
      return c == '*' || c == '_' || c == '~' || c == '[' || c == '!' || c == '`' || c == '<' || c == '&' ||
             c == '@';
    }));
    if (delimiters > most_delimiters) return true;
    if (is_table_rule(line) && ++table_rows > most_table_rows) return true;
    if (is_definition(line) && (++definitions > most_definitions || line.size() > longest_definition))
      return true;
    ++lines;
    widest = std::max<std::int64_t>(widest, std::ranges::count(line, '|'));
    if (widest * lines > most_cells) return true;
  }
  return false;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\0':
        out += "\xEF\xBF\xBD";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string paragraphs_html(std::string_view text) {
  std::string out;
  bool open = false;
  while (!text.empty()) {
    auto line = take_line(text);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
    if (blank) {
      if (open) out += "</p>\n";
      open = false;
      continue;
    }
    out += open ? "<br />\n" : "<p>";
    out += escape_html(line);
    open = true;
  }
  if (open) out += "</p>\n";
  return out;
}

}  // namespace punctual::text
