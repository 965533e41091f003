#include "desk/text/printed.h"

#include <gtest/gtest.h>

namespace punctual::text {
namespace {

TEST(Printed, LeavesWhatPeopleWrite) {
  for (const std::string_view text : {"", "été & co.png", "Ωμέγα 漢字 🙂", "שלום", "a\\b"})
    EXPECT_EQ(printed(text), text);
}

TEST(Printed, ShowsWhatWouldMoveTheCursorOrEndTheLine) {
  EXPECT_EQ(printed("a\nb\r\tc"), "a\\u000ab\\u000d\\u0009c");
  EXPECT_EQ(printed(std::string_view("\0\x1b]0;x\x07\x7f", 8)), "\\u0000\\u001b]0;x\\u0007\\u007f");
  EXPECT_EQ(printed("\u009b31m"), "\\u009b31m") << "C1: eight-bit terminals take it for an escape";
  EXPECT_EQ(printed("\u2028\u2029"), "\\u2028\\u2029");
}

TEST(Printed, ShowsWhatTurnsTheDirectionOfWriting) {
  EXPECT_EQ(printed("exe.\u202egnp"), "exe.\\u202egnp");
  EXPECT_EQ(printed("\u061c\u200e\u200f\u202a\u2066\u2069"), "\\u061c\\u200e\\u200f\\u202a\\u2066\\u2069");
}

TEST(Printed, ShowsBytesThatAreNoText) {
  EXPECT_EQ(printed("\x9b[31m"), "\\x9b[31m");
  EXPECT_EQ(printed("\xc2"), "\\xc2") << "cut short";
  EXPECT_EQ(printed("\xc0\x8a"), "\\xc0\\x8a") << "a line feed, overlong";
  EXPECT_EQ(printed("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "half a surrogate pair";
  EXPECT_EQ(printed("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");
  EXPECT_EQ(printed("\xe2\x80x"), "\\xe2\\x80x");
}

}  // namespace
}  // namespace punctual::text
