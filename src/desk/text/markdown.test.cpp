#include "desk/text/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

#include "desk/text/plain.h"

namespace punctual::text {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Markdown, writes_what_people_write) {
  EXPECT_EQ(markdown_html("Hello **you**\nsecond line"),
            "<p>Hello <strong>you</strong><br />\nsecond line</p>\n");
  EXPECT_THAT(markdown_html("~~gone~~"), HasSubstr("<del>gone</del>"));
  EXPECT_THAT(markdown_html("| a | b |\n|---|---|\n| 1 | 2 |"), HasSubstr("<td>2</td>"));
  EXPECT_THAT(markdown_html("- [x] done"), HasSubstr("type=\"checkbox\""));
  EXPECT_THAT(markdown_html("# Title"), HasSubstr("<h3>Title</h3>"));
  EXPECT_EQ(markdown_html(""), "");
}

TEST(Markdown, links_carry_rel_and_go_to_three_schemes) {
  EXPECT_EQ(markdown_html("[a](https://example.com/?a=1&b=2)"),
            "<p><a rel=\"noopener nofollow\" href=\"https://example.com/?a=1&amp;b=2\">a</a></p>\n");
  EXPECT_THAT(markdown_html("see https://example.com/x"),
              HasSubstr("rel=\"noopener nofollow\" href=\"https://example.com/x\""));
  EXPECT_THAT(markdown_html("write to ann@example.com"), HasSubstr("href=\"mailto:ann@example.com\""));
}

struct Attack {
  std::string markdown;
  std::string never;  ///< must not stand in the answer
  std::string still;  ///< the words that must
};

class MarkdownAttacks : public testing::TestWithParam<Attack> {};

TEST_P(MarkdownAttacks, are_shown_as_text) {
  const auto html = markdown_html(GetParam().markdown);
  EXPECT_THAT(html, Not(HasSubstr(GetParam().never))) << GetParam().markdown;
  EXPECT_THAT(html, HasSubstr(GetParam().still)) << GetParam().markdown;
}

const std::vector<Attack> attacks = {
    {"<script>alert(1)</script>", "<script", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"a <b onclick=x>word</b> b", "<b ", "&lt;b onclick=x&gt;word&lt;/b&gt;"},
    {"<div>\n<p>block</p>\n</div>", "<div", "&lt;div&gt;"},
    {"<!-- hidden -->", "<!--", "&lt;!-- hidden --&gt;"},
    {"text <!-- hidden --> more", "<!--", "&lt;!-- hidden --&gt;"},
    {"<style>body{}</style>", "<style", "&lt;style&gt;"},
    {"<?php echo 1 ?>", "<?php", "&lt;?php"},
    {"<![CDATA[x]]>", "<![CDATA", "&lt;![CDATA[x]]&gt;"},
    {"<img src=x onerror=alert(1)>", "<img", "&lt;img src=x onerror=alert(1)&gt;"},
    {"[word](javascript:alert(1))", "javascript:", "word"},
    {"[word](JaVaScRiPt:alert(1))", "JaVaScRiPt:", "word"},
    {"[word](&#106;avascript:alert(1))", "javascript:", "word"},
    {"[word](java\tscript:alert(1))", "<a ", "word"},
    {"[word](<java\nscript:alert(1)>)", "<a ", "word"},
    {"[word](data:text/html;base64,PHNjcmlwdD4=)", "<a ", "word"},
    {"[word](data:image/png;base64,AAAA)", "<a ", "word"},
    {"[word](vbscript:x)", "<a ", "word"},
    {"[word](file:///etc/passwd)", "<a ", "word"},
    {"[word](//evil.example/x)", "<a ", "word"},
    {"[word](/r/token)", "<a ", "word"},
    {"[word][1]\n\n[1]: javascript:alert(1)", "<a ", "word"},
    {"<javascript:alert(1)>", "<a ", "javascript:alert(1)"},
    {"ftp://example.com/x", "<a ", "ftp://example.com/x"},
    {"![word](https://tracker.example/p.png)", "<img", ">word</a>"},
    {"![](https://tracker.example/p.png)", "<img", ">https://tracker.example/p.png</a>"},
    {"![word](javascript:alert(1))", "<a ", "word"},
    {"[![word](https://a.example/i.png)](https://b.example/)", "<img",
     "href=\"https://b.example/\">word</a>"},
    {"[![word](https://a.example/i.png)](javascript:x)", "<a rel=\"noopener nofollow\" href=\"javascript",
     "word"},
    {"[a](https://x.example \"onmouseover=alert(1)\")", " onmouseover=", "title=\"onmouseover=alert(1)\""},
    {"[a](https://x.example/\"onmouseover=\"x)", "\"onmouseover", "a"},
    {"``` x\" onload=\"y\ncode\n```", "\" onload=\"", "code"},
    {"| <script> |\n|---|\n| <b>x</b> |", "<script", "&lt;b&gt;"},
    {"# <iframe src=x>", "<iframe", "&lt;iframe"},
    {"<a href=\"https://x.example\">y</a>", "<a href=\"https://x.example\"", "&lt;a href="},
    {"<a href=x", "<a ", "&lt;a href=x"},
    {std::string("nul\0here", 8), std::string("\0", 1), "here"},
    {"bad \xff\xfe bytes", "\xff", "bytes"},
};
INSTANTIATE_TEST_SUITE_P(table, MarkdownAttacks, testing::ValuesIn(attacks));

std::string repeated(std::string_view part, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += part;
  return out;
}

TEST(Markdown, ends_quickly_whatever_is_sent) {
  std::string staircase;
  for (int i = 0; i < 1'000; ++i) staircase += std::string(static_cast<std::size_t>(2 * i), ' ') + "- x\n";
  const std::vector<std::string> texts = {
      repeated("*", 100'000),
      repeated("_a", 100'000),
      repeated("**a ", 100'000),
      repeated("[", 100'000),
      repeated("![", 100'000),
      repeated("[a](", 100'000),
      repeated("`a ", 100'000),
      repeated("> ", 1'000) + "x",
      repeated(">", 100'000) + "x",
      repeated("- ", 100'000) + "x",
      repeated("1. ", 1'000) + "x",
      repeated("<a ", 100'000),
      repeated("<!--", 100'000),
      repeated("~", 100'000),
      repeated("~~a ", 100'000),
      repeated("|", 100'000),
      repeated("|x", 90) + "\n" + repeated("|-", 90) + "\n" + repeated("|\n", 50'000),
      repeated("www.", 100'000),
      repeated("a@", 100'000),
      repeated("http://", 100'000),
      repeated("&amp", 100'000),
      repeated("\\", 100'000),
      repeated("[a]: b\n", 50'000) + repeated("[a] ", 4'000),
      repeated("# a\n", 100'000),
      repeated("- a\n", 100'000),
      repeated("> a\n", 100'000),
      repeated("<", 100'000),
      repeated("a_", 3'900),
      repeated("*a_ ", 1'900),
      repeated("(((((", 50'000),
      repeated("http://a.b/", 50'000),
      repeated("- x\n\n", 50'000),
      repeated("a-b.", 100'000),
      repeated("```\n", 50'000),
      repeated("\t", 100'000) + "x",
      staircase,
  };
  // Of the processor, beside prose on the same machine at the same moment: what grows with its square takes
  // tens of thousands of times as long.
  const auto time_of = [](const std::string& text) {
    const auto start = std::clock();
    const auto html = markdown_html(text);
    EXPECT_LT(html.size(), text.size() * 60 + 4'000) << text.substr(0, 40);
    return static_cast<double>(std::clock() - start);
  };
  const std::string prose = repeated("The checkout page is slow.\n\n", 5'000);
  for (const auto& text : texts) EXPECT_LT(time_of(text), 100 * time_of(prose)) << text.substr(0, 40);
}

// Each of these took seconds of work or hundreds of megabytes in the parser.
TEST(MarkdownBombs, EndAsPlainParagraphs) {
  const std::string bombs[] = {
      repeated("a\n|-|-|\n", 12375),
      "a|b\n" + repeated("c\n-|-|-\n", 7000),
      "[a]: http://" + std::string(60000, 'u') + "\n\n" + repeated("[a]", 3900),
      repeated("a|", 99) + "\n" + repeated("-|", 99) + "\n" + repeated("a\n", 24000),
      "www." + std::string(99000, ')'),
      repeated("a\n", 20000) + repeated("|-|-|\n", 5000),
  };
  for (const std::string& bomb : bombs) {
    const std::string html = markdown_html(bomb);
    EXPECT_LT(html.size(), 10 * bomb.size()) << bomb.substr(0, 20);
    EXPECT_TRUE(beyond_people(bomb)) << bomb.substr(0, 20);
  }
}

TEST(MarkdownBombs, ATableOfAPersonIsATable) {
  const std::string table =
      "| page | time |\n|---|---|\n" + repeated("| /shop | 3 s |\n", 40) + "\n[1]: https://a.example\n";
  EXPECT_FALSE(beyond_people(table));
  EXPECT_NE(markdown_html(table).find("<table>"), std::string::npos);
}

}  // namespace
}  // namespace punctual::text
