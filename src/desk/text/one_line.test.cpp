#include "desk/text/one_line.h"

#include <gtest/gtest.h>

namespace punctual::text {
namespace {

TEST(OneLine, LeavesOutWhatEndsOrTurnsALine) {
  EXPECT_EQ(one_line(" Christmas\n Day\x7f ", 100), "Christmas Day");
  EXPECT_EQ(one_line("Easter\u202e\u2028Monday\u0085", 100), "Easter Monday");
  EXPECT_EQ(one_line("Fête du 1ᵉʳ août", 100), "Fête du 1ᵉʳ août");
}

TEST(OneLine, IsEmptyWhereNothingCanBeSeen) {
  EXPECT_EQ(one_line("\u200b\ufeff \u2066", 100), "");
  EXPECT_EQ(one_line("\u200e\u061c\u200f", 100), "");
  EXPECT_EQ(one_line("a\u200bb", 100), "a\u200bb");
}

TEST(OneLine, IsCutAtACharacter) {
  EXPECT_EQ(one_line("ééé", 3), "é…");
}

TEST(OneLine, SaysWhatTurnsALine) {
  EXPECT_TRUE(turns_lines("a\u202eb"));
  EXPECT_TRUE(turns_lines("a\u0085"));
  EXPECT_FALSE(turns_lines("Zoë Šimůnková £ –"));
}

}  // namespace
}  // namespace punctual::text
