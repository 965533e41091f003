#include "web/pages/frame.h"

#include "desk/assets/assets.h"
#include "web/pages/brand.h"

namespace punctual::web {
namespace {

// The first character, however many bytes it has.
std::string first_letter(std::string_view name) {
  std::size_t end = name.empty() ? 0 : 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) ++end;
  return std::string(name.substr(0, end));
}

}  // namespace

std::string asset_url(std::string_view name) {
  const std::string path = "assets/" + std::string(name);
  std::string url = "/" + path;
  if (const auto* asset = find_asset(path); asset && asset->etag.size() > 2) {
    constexpr std::size_t enough = 16;
    const auto hash = asset->etag.substr(1, asset->etag.size() - 2);
    url.append("?v=").append(hash.substr(0, enough));
  }
  return url;
}

Frame frame_of(const DeskFace& desk, std::initializer_list<std::string_view> assets) {
  const auto version = brand_version(desk.colour);
  Frame frame{.desk_name = desk.name,
              .initial = first_letter(desk.name),
              .brand_url = "/assets/brand.css?v=" + version,
              .icon_url = "/assets/icon.svg?v=" + version};
  for (const auto name : assets) {
    (name.ends_with(".js") ? frame.script_urls : frame.style_urls).push_back(asset_url(name));
  }
  return frame;
}

}  // namespace punctual::web
