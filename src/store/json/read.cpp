#include "store/json/read.h"

namespace punctual::json {

namespace {

std::size_t members_of(const boost::json::value& value) {
  std::size_t count = 0;
  if (const auto* object = value.if_object()) {
    count = object->size();
    for (const auto& member : *object) count += members_of(member.value());
  } else if (const auto* array = value.if_array()) {
    for (const auto& item : *array) count += members_of(item);
  }
  return count;
}

/// In valid JSON each member has one colon outside of texts.
std::size_t colons_of(std::string_view text) {
  std::size_t count = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == ':' && !quoted)
      ++count;
  }
  return count;
}

}  // namespace

std::optional<boost::json::value> parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::json::error_code error;
  auto value = boost::json::parse({text.data(), text.size()}, error, {}, options);
  // A name given twice is a value hidden from whoever reads the other one.
  if (error || members_of(value) != colons_of(text)) return std::nullopt;
  return value;
}

}  // namespace punctual::json
