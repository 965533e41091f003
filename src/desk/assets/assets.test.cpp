#include "desk/assets/assets.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace punctual {
namespace {

TEST(Assets, are_sorted_so_that_they_can_be_found) {
  EXPECT_TRUE(std::ranges::is_sorted(all_assets(), {}, &Asset::path));
  for (const auto& asset : all_assets()) EXPECT_EQ(find_asset(asset.path), &asset);
}

TEST(Assets, are_whole_and_typed) {
  ASSERT_FALSE(all_assets().empty());
  for (const auto& asset : all_assets()) {
    EXPECT_FALSE(asset.media_type.empty()) << asset.path;
    EXPECT_TRUE(asset.etag.size() > 2 && asset.etag.front() == '"' && asset.etag.back() == '"') << asset.path;
    EXPECT_TRUE(asset.brotli.empty() || asset.brotli.size() < asset.plain.size()) << asset.path;
  }
}

TEST(Assets, a_path_that_is_not_there_is_nothing) {
  EXPECT_EQ(find_asset(""), nullptr);
  EXPECT_EQ(find_asset("templates/../CMakeLists.txt"), nullptr);
  EXPECT_EQ(find_asset("~"), nullptr);
}

}  // namespace
}  // namespace punctual
