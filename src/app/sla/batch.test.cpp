#include "app/sla/batch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "app/sla/line_blocks.h"

namespace punctual {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string run(const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  EXPECT_EQ(run_sla_batch(in, out), 0);
  return out.str();
}

const std::string always = R"({"coverage":"24x7"})";
const std::string office =
    R"({"time_zone":"America/New_York","weekly":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]}})";

std::string due(const std::string& calendar, const std::string& start, const std::string& target) {
  return R"({"id":"a","op":"due","calendar":)" + calendar + R"(,"start":")" + start + R"(","target":")" +
         target + "\"}";
}

TEST(Batch, AnswersEachOperation) {
  EXPECT_EQ(run(due(office, "2024-07-01T16:30:00-04:00", "1h") + "\n"),
            "{\"id\":\"a\",\"due\":\"2024-07-02T13:30:00Z\"}\n");
  EXPECT_EQ(run(R"({"id":"b","op":"elapsed","calendar":)" + always +
                R"(,"from":"2024-03-10T05:00:00Z","to":"2024-03-10T09:00:00Z"})"),
            "{\"id\":\"b\",\"seconds\":14400}\n");
  EXPECT_EQ(run(R"({"id":"c","op":"is_open","calendar":)" + office + R"(,"at":"2024-07-01T17:00:00-04:00"})"),
            "{\"id\":\"c\",\"open\":false}\n");
  EXPECT_EQ(
      run(R"({"id":"c","op":"sla","calendar":{"time_zone":"Europe/Berlin","weekly":{"thu":[["08:00","18:00"]]}},)"
          R"("policy":{"first_reply":"1h"},"events":[{"at":"2013-03-21T09:30:00Z","type":"submitted"},)"
          R"({"at":"2013-03-21T10:00:00Z","type":"human_reply"}],"now":"2013-03-21T11:00:00Z"})"),
      "{\"id\":\"c\",\"sla\":{\"first_reply\":{\"state\":\"met\",\"due\":\"2013-03-21T10:30:00Z\","
      "\"elapsed\":1800}}}\n");
}

TEST(Batch, NoPromiseIsNull) {
  EXPECT_EQ(run(due(R"({"time_zone":"UTC"})", "2024-07-01T00:00:00Z", "1h")),
            "{\"id\":\"a\",\"due\":null}\n");
  EXPECT_EQ(run(due(always, "9999-12-31T23:00:00Z", "2h")), "{\"id\":\"a\",\"due\":null}\n");
}

TEST(Batch, HolidaysMayCarryTheirNames) {
  const auto on_a_monday = [](const std::string& holidays) {
    return run(due(R"({"time_zone":"UTC","weekly":{"mon":[["09:00","17:00"]]},"holidays":)" + holidays + "}",
                   "2024-07-01T00:00:00Z", "1h"));
  };
  EXPECT_EQ(on_a_monday(R"({"2024-07-01":"Founders' Day"})"), on_a_monday(R"(["2024-07-01"])"));
  EXPECT_THAT(on_a_monday(R"({"2024-07-01":true})"), HasSubstr("calendar.holidays: is no string"));
  EXPECT_THAT(on_a_monday(R"({"Monday":"Founders' Day"})"), HasSubstr("is no date that exists"));
}

TEST(Batch, UnionTakesTheZoneOfItsMembers) {
  EXPECT_EQ(run(due(R"({"union":[{"coverage":"24x7"},)" + office + "]}", "2024-07-01T16:30:00-04:00", "1bd")),
            "{\"id\":\"a\",\"due\":\"2024-07-02T20:30:00Z\"}\n");
  EXPECT_THAT(
      run(due(R"({"union":[{"time_zone":"UTC"},)" + office + "]}", "2024-07-01T16:30:00-04:00", "1bd")),
      HasSubstr("different time zones"));
}

TEST(Batch, SkipsBlankLinesAndReadsALastLineWithoutEnd) {
  EXPECT_EQ(run(""), "");
  EXPECT_EQ(run("\n \t\n\r\n"), "");
  const auto line = due(always, "2024-07-01T00:00:00Z", "1h");
  EXPECT_EQ(run(line + "\r\n\n" + line), run(line) + run(line));
}

TEST(Batch, RefusesALineWhoseIdCannotBeRead) {
  for (const std::string& line :
       {std::string("x"), std::string("{"), std::string("[]"), std::string("null"), std::string("{}"),
        std::string(R"({"id":7,"op":"due"})"), std::string(R"({"x":{"id":"inner"})"),
        std::string("\xEF\xBB\xBF") + due(always, "2024-07-01T00:00:00Z", "1h"),
        std::string("{\"id\":\"\xff\xfe\"}"), std::string("{\"id\":\"a\0\"}", 11),
        std::string(R"({"id":"\ud800"})"), std::string(100'000, '[')})
    EXPECT_THAT(run(line + "\n"), StartsWith(R"({"id":null,"error":")")) << line.substr(0, 60);
}

TEST(Batch, AnswersWithTheIdThatStandsBeforeTheLineBreaks) {
  for (const std::string& line :
       {std::string(R"({"id":"a","op":"due")"), std::string("{\"id\":\"a\"} {}"),
        R"({"id":"a","op":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}",
        std::string(R"({"id":"a","id2":"b","n":1e99999999999999})"), std::string(R"({"id":"a","n":NaN})")})
    EXPECT_THAT(run(line + "\n"), StartsWith(R"({"id":"a","error":")")) << line.substr(0, 60);
}

TEST(Batch, RefusesWhatCannotBeAnswered) {
  const auto with = [](const std::string& members) { return R"({"id":"a",)" + members + "}"; };
  const auto hours = [](const std::string& weekly) {
    return due(R"({"time_zone":"UTC","weekly":)" + weekly + "}", "2024-07-01T00:00:00Z", "1h");
  };
  for (const auto& line : {
           with(R"("op":"dance")"),
           with(R"("op":7)"),
           with(R"("op":"due")"),
           due("{}", "2024-07-01T00:00:00Z", "1h"),
           due("[]", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"coverage":"9x5"})", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"time_zone":"Mars/Olympus"})", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"time_zone":"/etc/passwd"})", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"time_zone":7})", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"time_zone":"UTC","holidays":["2023-02-29"]})", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"time_zone":"UTC","exceptions":{"soon":[]}})", "2024-07-01T00:00:00Z", "1h"),
           due(R"({"union":7})", "2024-07-01T00:00:00Z", "1h"),
           hours(R"({"mon":[["09:00","09:00"]]})"),
           hours(R"({"mon":[["24:00","06:00"]]})"),
           hours(R"({"mon":[["09:00"]]})"),
           hours(R"({"mon":["09:00","17:00"]})"),
           hours(R"({"mon":[[9,17]]})"),
           hours(R"([])"),
           due(always, "2024-07-01", "1h"),
           due(always, "2024-07-01T00:00:00", "1h"),
           due(always, "2024-07-01T00:00:00Z", "1d"),
           due(always, "2024-07-01T00:00:00Z", "-1h"),
           due(always, "2024-07-01T00:00:00Z", "99999999999999999999h"),
       })
    EXPECT_THAT(run(line + "\n"), StartsWith(R"({"id":"a","error":")")) << line;
}

TEST(Batch, RefusesClocksThatNeverStarted) {
  const auto sla = [](const std::string& events, const std::string& rest = "") {
    return run(R"({"id":"a","op":"sla","calendar":)" + always +
               R"(,"policy":{},"now":"2024-07-01T00:00:00Z","events":[)" + events + "]" + rest + "}");
  };
  EXPECT_THAT(sla(""), HasSubstr("error"));
  EXPECT_THAT(sla(R"({"at":"2024-06-01T00:00:00Z","type":"resolved"})"), HasSubstr("error"));
  EXPECT_THAT(sla(R"({"at":"2024-08-01T00:00:00Z","type":"submitted"})"), HasSubstr("error"));
  EXPECT_THAT(sla(R"({"at":"2024-06-01T00:00:00Z","type":"sang"})"), HasSubstr("error"));
  EXPECT_EQ(sla(R"({"at":"2024-06-01T00:00:00Z","type":"submitted"})"), "{\"id\":\"a\",\"sla\":{}}\n");
}

TEST(Batch, GoesOnAfterALineThatIsTooLong) {
  const auto line = due(always, "2024-07-01T00:00:00Z", "1h");
  const std::string huge(batch::LineBlocks::longest_line + 1, 'x');
  const auto answers = run(line + "\n" + huge + "\n" + line + "\n" + huge);
  EXPECT_EQ(std::ranges::count(answers, '\n'), 4);
  EXPECT_THAT(answers, HasSubstr("too long"));
}

TEST(Batch, AnswersEveryLineOnce) {
  std::string input;
  for (int i = 0; i < 5000; ++i) {
    auto line = due(i % 2 == 0 ? office : always, "2024-07-01T16:30:00-04:00", "1h");
    input += line.replace(7, 1, std::to_string(i)) + "\n";
  }
  std::istringstream answers(run(input));
  std::set<std::string> ids;
  for (std::string line; std::getline(answers, line);)
    EXPECT_TRUE(ids.insert(line.substr(0, line.find(','))).second);
  EXPECT_EQ(ids.size(), 5000u);
}

}  // namespace
}  // namespace punctual
