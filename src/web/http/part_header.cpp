#include "web/http/part_header.h"

#include <algorithm>

#include "web/http/header_value.h"
#include "web/http/text.h"

namespace punctual::web {
namespace {

bool read_disposition(std::string_view value, PartHeader& into) {
  const auto disposition = parse_header_value(value);
  if (!disposition || disposition->value != "form-data") return false;
  const std::string* name = disposition->parameter("name");
  if (!name || name->empty() || !is_text(*name)) return false;
  into.name = *name;
  if (const std::string* extended = disposition->parameter("filename*")) {
    into.file_name = decode_extended(*extended);
    return into.file_name.has_value();
  }
  if (const std::string* file_name = disposition->parameter("filename")) {
    if (!is_text(*file_name)) return false;
    into.file_name = *file_name;
  }
  return true;
}

/// RFC 7578 4.7: form data is sent as it is. An encoding we do not undo would be stored as if it were
/// content.
bool identity(std::string_view encoding) {
  const auto same = [&](std::string_view name) { return equal_ignoring_case(encoding, name); };
  return same("7bit") || same("8bit") || same("binary");
}

}  // namespace

std::optional<PartHeader> parse_part_header(std::string_view block) {
  PartHeader out;
  bool disposed = false;
  while (!block.empty()) {
    const auto end = block.find("\r\n");
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = block.substr(0, end);
    block.remove_prefix(end + 2);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return std::nullopt;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    const auto control = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7F; };
    if (std::ranges::any_of(value, control)) return std::nullopt;
    if (equal_ignoring_case(name, "content-disposition")) {
      if (disposed || !read_disposition(value, out)) return std::nullopt;
      disposed = true;
    } else if (equal_ignoring_case(name, "content-type")) {
      if (!out.media_type.empty() || !is_text(value)) return std::nullopt;
      out.media_type.assign(value);
    } else if (equal_ignoring_case(name, "content-transfer-encoding") && !identity(value)) {
      return std::nullopt;
    }
  }
  if (!disposed) return std::nullopt;
  return out;
}

}  // namespace punctual::web
