#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/json/read.h"
#include "store/json/write.h"

namespace punctual::json {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct Inner {
  std::string name;
  std::optional<int> size;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (name, size))

struct Outer {
  Inner inner;
  std::vector<Inner> list;
  Colour colour{};
  Nullable<Instant> at;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (inner, list, colour, at))

constexpr std::string_view whole =
    R"({"inner":{"name":"a \"b\"\n","size":3},"list":[{"name":"c"}],"colour":"green","at":"2026-03-10T08:00:00Z"})";

TEST(Json, WritesWhatItReads) {
  const auto outer = from_json<Outer>(whole);
  ASSERT_TRUE(outer);
  EXPECT_EQ(outer->inner.name, "a \"b\"\n");
  EXPECT_EQ(outer->colour, Colour::green);
  EXPECT_FALSE(outer->list[0].size);
  EXPECT_EQ(to_json(*outer), whole);
}

TEST(Json, AnAbsentOptionalIsLeftOutAndANullableIsNull) {
  EXPECT_EQ(to_json(Outer{}), R"({"inner":{"name":""},"list":[],"colour":"red","at":null})");
}

struct Row {
  const char* text;
  const char* field;
  const char* detail;
};

class JsonRefusals : public ::testing::TestWithParam<Row> {};

TEST_P(JsonRefusals, NameTheFieldAndTheRemedy) {
  const auto read = from_json<Outer>(GetParam().text);
  ASSERT_FALSE(read);
  EXPECT_FALSE(read.error().malformed);
  ASSERT_FALSE(read.error().problems.empty());
  EXPECT_EQ(read.error().problems[0].field, GetParam().field);
  EXPECT_THAT(read.error().problems[0].detail, ::testing::HasSubstr(GetParam().detail));
}

INSTANTIATE_TEST_SUITE_P(
    Table, JsonRefusals,
    ::testing::Values(
        Row{R"([])", "", "must be an object"},
        Row{R"({"list":[],"colour":"red","at":null})", "inner", "is missing"},
        Row{R"({"inner":{"name":1},"list":[],"colour":"red","at":null})", "inner.name", "must be a text"},
        Row{R"({"inner":{"name":"a","size":1.5},"list":[],"colour":"red","at":null})", "inner.size",
            "whole number"},
        Row{R"({"inner":{"name":"a","size":99999999999},"list":[],"colour":"red","at":null})", "inner.size",
            "whole number"},
        Row{R"({"inner":{"name":"a"},"list":[{}],"colour":"red","at":null})", "list[0].name", "is missing"},
        Row{R"({"inner":{"name":"a"},"list":[],"colour":"blue","at":null})", "colour", "one of red, green"},
        Row{R"({"inner":{"name":"a"},"list":[],"colour":"red","at":"today"})", "at", "must be an instant"},
        Row{R"({"inner":{"name":"a"},"list":[],"colour":"red","at":null,"admin":true})", "admin",
            "not a known field"}));

TEST(Json, MalformedIsRefusedInLinearTime) {
  for (const char* text : {"", "{", "{}x", "\xff", R"({"a":1,"a":2})", R"({"a":{"b":1,"b":1}})"})
    EXPECT_FALSE(parse(text)) << text;
  EXPECT_FALSE(parse(std::string(1'000'000, '[')));
  EXPECT_TRUE(parse(R"({"a":"1:2:\":3","b":["c:d"]})")) << "colons in texts are no members";
}

}  // namespace
}  // namespace punctual::json
