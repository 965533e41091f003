#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>

namespace punctual::web {

/// Whose pages these are.
struct DeskFace {
  std::string name;
  std::string colour;  ///< "#1f6f5c"; anything that is no such colour is replaced by a calm green
};

/// What every page has around it; made by `frame_of`, read by the templates.
struct Frame {
  std::string desk_name;
  std::string initial;  ///< the name's first letter, for the mark
  std::string style_url;
  std::string brand_url;
  std::string icon_url;
  std::string script_url;
};
BOOST_DESCRIBE_STRUCT(Frame, (), (desk_name, initial, style_url, brand_url, icon_url, script_url))

/// `script` names a file of assets/, e.g. "page.js"; empty for a page without one.
Frame frame_of(const DeskFace& desk, std::string_view script);

/// "/assets/page.css?v=…": changes with the file's content, so that it may be kept for a year.
std::string asset_url(std::string_view name);

}  // namespace punctual::web
