#include "web/http/header_value.h"

#include <algorithm>

#include "web/http/text.h"

namespace punctual::web {
namespace {

constexpr std::size_t most_parameters = 16;

/// Takes a quoted string from the front of `rest`, which begins with its quote.
std::optional<std::string> take_quoted(std::string_view& rest) {
  std::string out;
  for (std::size_t i = 1; i < rest.size(); ++i) {
    const bool escape = rest[i] == '\\' && i + 1 < rest.size() && (rest[i + 1] == '"' || rest[i + 1] == '\\');
    if (escape) {
      out += rest[++i];
    } else if (rest[i] == '"') {
      rest.remove_prefix(i + 1);
      return out;
    } else {
      out += rest[i];
    }
  }
  return std::nullopt;
}

std::optional<std::string> take_value(std::string_view& rest) {
  if (rest.starts_with('"')) return take_quoted(rest);
  // Not only tokens: `boundary=a/b` and `filename=a b.txt` are sent by clients that forget the quotes.
  const auto end = std::min(rest.find(';'), rest.size());
  const std::string_view value = trimmed(rest.substr(0, end));
  rest.remove_prefix(end);
  if (value.empty() || value.find('"') != std::string_view::npos) return std::nullopt;
  return std::string(value);
}

}  // namespace

const std::string* HeaderValue::parameter(std::string_view name) const {
  for (const auto& [key, value_of_it] : parameters)
    if (key == name) return &value_of_it;
  return nullptr;
}

std::optional<HeaderValue> parse_header_value(std::string_view text) {
  HeaderValue out;
  auto end = std::min(text.find(';'), text.size());
  append_lower(out.value, trimmed(text.substr(0, end)));
  if (out.value.empty()) return std::nullopt;
  std::string_view rest = text.substr(end);
  while (!rest.empty()) {
    if (rest.front() != ';') return std::nullopt;
    rest = trimmed(rest.substr(1));
    if (rest.empty()) break;
    if (rest.front() == ';') continue;
    end = rest.find('=');
    if (end == std::string_view::npos || out.parameters.size() == most_parameters) return std::nullopt;
    std::string name;
    append_lower(name, trimmed(rest.substr(0, end)));
    if (!is_token(name) || out.parameter(name)) return std::nullopt;
    rest = trimmed(rest.substr(end + 1));
    auto value = take_value(rest);
    if (!value) return std::nullopt;
    out.parameters.emplace_back(std::move(name), *std::move(value));
    rest = trimmed(rest);
  }
  return out;
}

std::optional<std::string> decode_extended(std::string_view value) {
  const auto charset_end = value.find('\'');
  if (charset_end == std::string_view::npos) return std::nullopt;
  const auto language_end = value.find('\'', charset_end + 1);
  if (language_end == std::string_view::npos) return std::nullopt;
  const std::string_view charset = value.substr(0, charset_end);
  if (!equal_ignoring_case(charset, "utf-8")) return std::nullopt;
  return percent_decoded(value.substr(language_end + 1), Plus::literal);
}

}  // namespace punctual::web
