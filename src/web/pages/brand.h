#pragma once

#include <string>
#include <string_view>

namespace punctual::web {

/// What the handler serves as /assets/brand.css: the agency's colour and, for each theme, the shade of it
/// that can be read on that theme's ground (WCAG AA). Changes with the colour alone.
std::string brand_css(std::string_view colour);
/// /assets/icon.svg: a square of the colour.
std::string brand_icon(std::string_view colour);
/// The `v` of both addresses: six hex digits.
std::string brand_version(std::string_view colour);

}  // namespace punctual::web
