#include "app/configuration/toml_text.h"

#include <fmt/format.h>

namespace punctual::app {

namespace {

void escape(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
      else
        out += c;
  }
}

enum class Breaks { as_written, where_long };
constexpr std::size_t widest = 110;

std::string between_three(std::string_view text, Breaks breaks) {
  std::string out = "\"\"\"\n";
  std::size_t line = out.size();  // where it begins
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : ' ';
    // One quotation mark reads as it stands, unless others stand beside it.
    const bool plain_mark =
        text[i] == '"' && i + 1 < text.size() && next != '"' && (i == 0 || text[i - 1] != '"');
    if (text[i] == '\n' || plain_mark)
      out += text[i];
    else
      escape(text[i], out);
    const auto word = text.substr(i + 1, text.find_first_of(" \n", i + 1) - i - 1).size();
    const bool ends = text[i] == ' ' && next != ' ' && next != '\n' && next != '\t';
    if (ends && breaks == Breaks::where_long && out.size() - line + word > widest) out += "\\\n";
    if (out.back() == '\n') line = out.size();
  }
  return out + "\"\"\"";
}

}  // namespace

std::string syntax_problem(std::string_view description) {
  // What the parser says of a line's end within a text; whoever forgot a quotation mark would not know.
  if (description.find("unescaped control characters") != std::string_view::npos)
    return "a text on this line has no closing quotation mark; end it with \", or write \"\"\" around "
           "several lines";
  return std::string(description) + "; correct the line";
}

std::string quoted_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) escape(c, out);
  return out + '"';
}

std::string quoted_lines(std::string_view text) {
  if (text.find('\n') == std::string_view::npos) return quoted_text(text);
  return between_three(text, Breaks::as_written);
}

std::string quoted_words(std::string_view text) {
  if (text.find('\n') == std::string_view::npos && text.size() <= widest) return quoted_text(text);
  return between_three(text, Breaks::where_long);
}

std::string quoted_list(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : ", ") + quoted_text(text);
  return "[" + out + "]";
}

}  // namespace punctual::app
