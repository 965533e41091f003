#include "web/http/text.h"

#include <gtest/gtest.h>

namespace punctual::web {
namespace {

TEST(Text, IsWellFormedUtf8WithoutNul) {
  for (const std::string_view good :
       {"", "plain", "Grüße", "日本語", "🎈", "\xF4\x8F\xBF\xBF", "eight by eight bytes, all ASCII"})
    EXPECT_TRUE(is_text(good)) << good;
  const std::string_view bad[] = {"\x80",
                                  "\xC0\x80",
                                  "\xC1\xBF",
                                  "\xE0\x80\x80",
                                  "\xED\xA0\x80",
                                  "\xF0\x80\x80\x80",
                                  "\xF4\x90\x80\x80",
                                  "\xF5\x80\x80\x80",
                                  "cut \xE2\x82",
                                  std::string_view("nul\0", 4),
                                  std::string_view("0123456\0"
                                                   "89abcdef",
                                                   16)};
  for (const std::string_view bytes : bad) EXPECT_FALSE(is_text(bytes));
}

TEST(Text, PercentDecodingKeepsThePlusOfAPath) {
  EXPECT_EQ(percent_decoded("a+b%20c", Plus::literal), "a+b c");
  EXPECT_EQ(percent_decoded("a+b%2Bc", Plus::space), "a b+c");
  EXPECT_EQ(percent_decoded("%c3%A9", Plus::literal), "é");
}

TEST(Text, PercentDecodingRefusesBrokenEscapesAndWhatIsNoText) {
  for (const char* raw : {"%", "%2", "%zz", "%-1", "%00", "%ff", "a%"})
    EXPECT_FALSE(percent_decoded(raw, Plus::literal)) << raw;
}

TEST(Text, TokensAreThoseOfHttp) {
  EXPECT_TRUE(is_token("X-Request-Id"));
  for (const char* bad : {"", "a b", "a:b", "a\r", "é"}) EXPECT_FALSE(is_token(bad)) << bad;
}

}  // namespace
}  // namespace punctual::web
