#include "web/pages/brand.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace punctual::web {
namespace {

struct Rgb {
  std::array<double, 3> part{};  ///< 0–1, sRGB
};

constexpr std::string_view fallback = "#1f6f5c";
constexpr Rgb white{{1, 1, 1}};
constexpr Rgb black{{0, 0, 0}};
// The grounds of page.css that the colour is written on: the lightest theme's darkest, and the other way
// round.
constexpr Rgb light_ground{{0.965, 0.961, 0.949}};
constexpr Rgb dark_ground{{0.125, 0.137, 0.149}};
constexpr double readable = 4.6;  // AA asks for 4.5; rounding to 8 bits may cost a little

std::optional<Rgb> parse(std::string_view colour) {
  if (colour.size() != 7 || colour.front() != '#') return std::nullopt;
  Rgb rgb;
  for (std::size_t i = 0; i < 3; ++i) {
    int value = 0;
    for (const char c : colour.substr(1 + 2 * i, 2)) {
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return std::nullopt;
      value = value * 16 + digit;
    }
    rgb.part[i] = value / 255.0;
  }
  return rgb;
}

Rgb colour_of(std::string_view colour) {
  const auto parsed = parse(colour);
  return parsed ? *parsed : *parse(fallback);
}

std::string hex(const Rgb& rgb) {
  const auto byte = [](double part) { return static_cast<int>(std::lround(part * 255)); };
  return fmt::format("{:02x}{:02x}{:02x}", byte(rgb.part[0]), byte(rgb.part[1]), byte(rgb.part[2]));
}

double luminance(const Rgb& rgb) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(rgb.part[0]) + 0.7152 * linear(rgb.part[1]) + 0.0722 * linear(rgb.part[2]);
}

double contrast(const Rgb& a, const Rgb& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Rgb mix(const Rgb& from, const Rgb& to, double share) {
  Rgb out;
  for (std::size_t i = 0; i < 3; ++i) out.part[i] = from.part[i] + (to.part[i] - from.part[i]) * share;
  return out;
}

// The colour itself where it can be read, else as little of the other as is needed.
Rgb readable_on(const Rgb& ground, const Rgb& colour, const Rgb& towards) {
  for (int percent = 0; percent < 100; percent += 2) {
    const auto shade = mix(colour, towards, percent / 100.0);
    if (contrast(shade, ground) >= readable) return shade;
  }
  return towards;
}

std::string tokens(const Rgb& fill, const Rgb& text) {
  const auto& on = contrast(fill, white) >= readable ? white : black;
  return fmt::format("--brand:#{};--on-brand:#{};--brand-text:#{};", hex(fill), hex(on), hex(text));
}

}  // namespace

std::string brand_css(std::string_view colour) {
  const auto brand = colour_of(colour);
  const auto on_light = readable_on(light_ground, brand, black);
  const auto on_dark = readable_on(dark_ground, brand, white);
  return fmt::format(":root{{{}}}\n@media (prefers-color-scheme:dark){{:root{{{}}}}}\n",
                     tokens(brand, on_light), tokens(on_dark, on_dark));
}

std::string brand_icon(std::string_view colour) {
  const auto brand = colour_of(colour);
  const auto& on = contrast(brand, white) >= readable ? white : black;
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" "
      "rx=\"8\" "
      "fill=\"#{}\"/><path d=\"M9 16.5l5 5 9-11\" fill=\"none\" stroke=\"#{}\" stroke-width=\"3.5\" "
      "stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>\n",
      hex(brand), hex(on));
}

std::string brand_version(std::string_view colour) {
  return hex(colour_of(colour));
}

}  // namespace punctual::web
