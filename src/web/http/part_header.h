#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace punctual::web {

/// What the header of one part of a multipart/form-data body says.
struct PartHeader {
  std::string name;
  std::optional<std::string> file_name;  ///< as sent; `filename*` wins over `filename`
  std::string media_type;
};

/// `block` is the part's header lines, each with its CRLF. Nothing when it is malformed.
std::optional<PartHeader> parse_part_header(std::string_view block);

}  // namespace punctual::web
