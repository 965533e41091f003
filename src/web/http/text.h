#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace punctual::web {

/// Well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates) without NUL. What is not text never reaches
/// a handler.
bool is_text(std::string_view bytes);

/// An ASCII token of RFC 9110: header names, media types, cookie names.
bool is_token(std::string_view bytes);

enum class Plus { literal, space };

/// Undoes %XX, and '+' where it stands for a space. Nothing when an escape is broken or the result is not
/// text.
std::optional<std::string> percent_decoded(std::string_view raw, Plus plus);

/// The ASCII letters in lower case; every other byte stays.
void append_lower(std::string& out, std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);

/// Without spaces and tabs at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace punctual::web
