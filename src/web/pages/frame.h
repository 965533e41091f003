#pragma once

#include <boost/describe.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

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
  std::vector<std::string> style_urls;
  std::string brand_url;
  std::string icon_url;
  std::vector<std::string> script_urls;
  std::string zone;  ///< the desk's, IANA; for the visitor's own clock beside it
};
BOOST_DESCRIBE_STRUCT(Frame, (), (desk_name, initial, style_urls, brand_url, icon_url, script_urls, zone))

/// `assets` are names of files in assets/, in the order they are read: "page.css", "form.js".
Frame frame_of(const DeskFace& desk, std::initializer_list<std::string_view> assets);

/// "/assets/page.css?v=…": changes with the file's content, so that it may be kept for a year.
std::string asset_url(std::string_view name);

}  // namespace punctual::web
