#include "web/pages/brand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace punctual::web {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Brand, a_colour_that_can_be_read_is_taken_as_it_is) {
  EXPECT_THAT(brand_css("#1F6F5C"), HasSubstr("--brand:#1f6f5c;--on-brand:#ffffff;--brand-text:#1f6f5c"));
}

TEST(Brand, a_pale_one_is_darkened_for_text_and_written_on_in_black) {
  EXPECT_THAT(brand_css("#ffe04d"), HasSubstr("--brand:#ffe04d;--on-brand:#000000;"));
  EXPECT_THAT(brand_css("#ffe04d"), Not(HasSubstr("--brand-text:#ffe04d;}\n@media")));
}

TEST(Brand, a_dark_one_is_lightened_for_the_dark_theme) {
  const auto css = brand_css("#000000");
  EXPECT_THAT(css.substr(css.find("@media")), Not(HasSubstr("#000000;--on")));
}

TEST(Brand, what_is_no_colour_becomes_none_of_the_style) {
  for (const auto* colour : {"", "red", "#12345", "#12345g", "#123456;}body{display:none", "url(//x)"}) {
    EXPECT_EQ(brand_css(colour), brand_css("#1f6f5c")) << colour;
    EXPECT_EQ(brand_version(colour), "1f6f5c") << colour;
  }
  EXPECT_NE(brand_version("#123456"), brand_version("#123457"));
  EXPECT_THAT(brand_icon("#123456"), HasSubstr("fill=\"#123456\""));
}

}  // namespace
}  // namespace punctual::web
