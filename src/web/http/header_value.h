#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace punctual::web {

/// A header such as `form-data; name="files"; filename="a.png"`: a token and its parameters.
struct HeaderValue {
  std::string value;                                            ///< in lower case
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in lower case, quotes undone
  /// Nothing when absent.
  const std::string* parameter(std::string_view name) const;
};

/// Nothing when it is broken, names a parameter twice, or has more than sixteen.
/// In a quoted string a backslash escapes a quote or a backslash only: browsers send `C:\new\file.txt` as it
/// is.
std::optional<HeaderValue> parse_header_value(std::string_view text);

/// RFC 8187, `UTF-8''na%C3%AFve.txt`. Nothing when it is broken, not UTF-8, or not text.
std::optional<std::string> decode_extended(std::string_view value);

}  // namespace punctual::web
