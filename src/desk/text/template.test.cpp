#include "desk/text/template.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

#include "desk/assets/assets.h"

namespace punctual::text {
namespace {

struct Inner {
  std::string message;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (message))

struct Outer {
  std::string title;
  bool yes = true;
  bool no = false;
  int count = 0;
  std::optional<std::string> absent;
  std::optional<Inner> inner;
  std::vector<Inner> problems;
  std::vector<std::string> words;
  SafeHtml body_html;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (title, yes, no, count, absent, inner, problems, words, body_html))

const Value& member(const Value& object, std::string_view name) {
  for (std::size_t i = 0; i < object.names.size(); ++i) {
    if (object.names[i] == name) return object.items[i];
  }
  ADD_FAILURE() << name;
  return object;
}

TEST(Template, sees_every_kind_of_member) {
  const auto value = object_of(Outer{.title = "t",
                                     .count = 3,
                                     .inner = Inner{"m"},
                                     .problems = {{"a"}, {"b"}},
                                     .words = {"x"},
                                     .body_html = {"<p>"}});
  EXPECT_EQ(member(value, "title").text, "t");
  EXPECT_EQ(member(value, "yes").kind, Value::Kind::yes);
  EXPECT_EQ(member(value, "no").kind, Value::Kind::no);
  EXPECT_EQ(member(value, "count").text, "3");
  EXPECT_EQ(member(value, "absent").kind, Value::Kind::no);
  EXPECT_EQ(member(member(value, "inner"), "message").text, "m");
  EXPECT_EQ(member(value, "problems").items.size(), 2U);
  EXPECT_EQ(member(value, "words").items.at(0).text, "x");
  EXPECT_EQ(member(value, "body_html").text, "<p>");
}

TEST(Template, nothing_is_an_absent_section) {
  const auto value = object_of(Outer{});
  EXPECT_EQ(member(value, "title").kind, Value::Kind::no);
  EXPECT_EQ(member(value, "inner").kind, Value::Kind::no);
  EXPECT_EQ(member(value, "problems").items.size(), 0U);
}

TEST(Template, text_is_escaped_in_pages_and_as_it_is_in_plain_mail) {
  const auto text = [](std::string_view t) { return Value::of_text(std::string(t)); };
  Value view{.kind = Value::Kind::object};
  view.names = {"desk_name", "ref"};
  view.items = {text(R"(<script>"A" & 'B')"), text("{{ref}} {{{ref}}}")};
  EXPECT_EQ(render("mail/staff_foot.txt", view), "-- \n<script>\"A\" & 'B' · {{ref}} {{{ref}}}\n");
  EXPECT_EQ(
      render("mail/staff_foot.html", view),
      "<div class=\"foot\">&lt;script&gt;&quot;A&quot; &amp; &#39;B&#39; · {{ref}} {{{ref}}}</div>\n</div>\n"
      "</body>\n</html>\n");
}

TEST(Template, one_that_is_missing_is_named) {
  try {
    render("page/nowhere", Value{});
    FAIL();
  } catch (const std::logic_error& mistake) {
    EXPECT_STREQ(mistake.what(), "template page/nowhere: is not there");
  }
}

TEST(Template, all_that_are_built_in_parse) {
  constexpr std::string_view folder = "templates/";
  constexpr std::string_view suffix = ".mustache";
  int parsed = 0;
  for (const auto& asset : all_assets()) {
    if (!asset.path.starts_with(folder) || !asset.path.ends_with(suffix)) continue;
    auto name = asset.path.substr(folder.size());
    name.remove_suffix(suffix.size());
    EXPECT_EQ(parse_problem(name, {}), std::nullopt) << name;
    ++parsed;
  }
  EXPECT_GT(parsed, 60);
}

TEST(Template, threads_share_a_parsed_one) {
  Value view{.kind = Value::Kind::object};
  view.names = {"desk_name"};
  view.items = {Value::of_text("Desk")};
  const auto expected = render("mail/staff_foot.txt", view);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < 200; ++n) EXPECT_EQ(render("mail/staff_foot.txt", view), expected);
    });
  }
}

/// A few kilobytes of partials that name one another many times would be gigabytes, or minutes where they are
/// empty.
TEST(Template, refuses_partials_that_multiply) {
  for (const std::string& leaf : {std::string(1000, 'x'), std::string()}) {
    TemplateSources own;
    for (int level = 0; level < 6; ++level) {
      std::string body;
      for (int i = 0; i < 20; ++i) body += "{{> mail/level" + std::to_string(level + 1) + "}}";
      own["mail/level" + std::to_string(level)] = body;
    }
    own["mail/level6"] = leaf;
    const auto problem = parse_problem("mail/level0", own);
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->find("template mail/level0: with its partials it is longer than 1 MB"), 0U)
        << *problem;
    EXPECT_FALSE(parse_problem("mail/level5", own));
  }
}

}  // namespace
}  // namespace punctual::text
