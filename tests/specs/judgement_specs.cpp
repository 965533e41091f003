// Runs the tables of warnings, the goal, next updates and explanations: each row is a test, named by its
// line.

#include <gtest/gtest.h>

#include <map>

#include "domain/calendar/explain.h"
#include "domain/sla/clocks.h"
#include "domain/sla/goal.h"
#include "domain/sla/next_update.h"
#include "domain/sla/warning.h"
#include "sla_table.h"

namespace punctual::specs {
namespace {

std::string by_line(const testing::TestParamInfo<Row>& info) {
  return "line_" + std::to_string(info.param.line);
}

/// "Mon 10:00 to Mon 12:00"; without the second it goes on.
std::vector<Pause> waits(const Reading& reading, const Row& row) {
  std::vector<Pause> read;
  for (const auto& text : row.all("waiting")) {
    const auto ends = split(text, " to ");
    read.push_back({{reading.instant(ends[0]), ends.size() > 1 ? reading.instant(ends[1]) : Instant::max()}});
  }
  return read;
}

/// A ticket's resolution with the row's target, that waited as the row says.
sla::Clock clock_of(const Reading& reading, const Row& row, const Calendar& calendar) {
  const sla::PolicyInForce policy{{{}, {}, parse_target(row.at("target")).value()}, calendar};
  std::vector<sla::Event> events{{reading.instant(row.at("opened")), sla::EventType::submitted}};
  for (const auto& [wait, _] : waits(reading, row)) {
    events.push_back({wait.opens, sla::EventType::waiting_on_client});
    if (wait.closes != Instant::max()) events.push_back({wait.closes, sla::EventType::resumed});
  }
  return sla::evaluate(events, policy, events.back().at).resolution;
}

class WarningTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaWarnings, WarningTable, testing::ValuesIn(read_table("sla_warnings.txt")),
                         by_line);

TEST_P(WarningTable, Holds) {
  const auto& row = GetParam();
  const Reading reading(row);
  const auto calendar = reading.calendar();
  const auto clock = clock_of(reading, row, calendar);
  for (const auto& [word, rest] : row.cells)
    if (word.ends_with('%'))
      EXPECT_EQ(reading.spoken(sla::warning_at(calendar, clock, std::stoi(word))),
                reading.spoken(reading.due(rest, clock.start)))
          << word;
  if (!row.find("sent")) return;
  std::vector<int> stages;
  for (const auto& stage : split(row.at("stages"), " ")) stages.push_back(std::stoi(stage));
  const auto sent =
      sla::highest_passed(sla::warnings_of(calendar, clock, stages), reading.instant(row.at("now")));
  EXPECT_EQ(sent ? std::to_string(sent->percent) + "%" : "none", row.at("sent"));
}

class GoalTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaGoal, GoalTable, testing::ValuesIn(read_table("sla_goal.txt")), by_line);

TEST_P(GoalTable, Holds) {
  const auto& row = GetParam();
  const Reading reading(row);
  const auto when = [&](std::string_view word) {
    const auto text = row.find(word);
    return text ? std::optional(reading.instant(*text)) : std::nullopt;
  };
  const auto opened = reading.instant(row.at("opened"));
  const auto goal = sla::judge_goal(reading.calendar(), parse_target(row.at("goal")).value(), opened,
                                    when("answered"), when("guarantee"), reading.instant(row.at("now")));
  const std::map<sla::Goal::State, std::string> names{{sla::Goal::State::running, "running"},
                                                      {sla::Goal::State::reached, "reached"},
                                                      {sla::Goal::State::passed, "passed"}};
  EXPECT_EQ(names.at(goal.state), row.at("is"));
  EXPECT_EQ(reading.spoken(goal.due), reading.spoken(reading.due(row.at("due"), opened)));
  EXPECT_TRUE(row.find(goal.shown ? "shown" : "hidden")) << "shown: " << goal.shown;
}

class NextUpdateTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaNextUpdate, NextUpdateTable, testing::ValuesIn(read_table("sla_next_update.txt")),
                         by_line);

using Update = sla::UpdateEvent::Type;
const std::map<std::string_view, Update> update_names{{"expectation", Update::expectation},
                                                      {"reply", Update::human_reply},
                                                      {"resolved", Update::resolved},
                                                      {"waiting", Update::waiting_on_client},
                                                      {"reopened", Update::reopened}};
const std::map<sla::NextUpdate::State, std::string> promise_names{
    {sla::NextUpdate::State::running, "running"},
    {sla::NextUpdate::State::kept, "kept"},
    {sla::NextUpdate::State::missed, "missed"},
    {sla::NextUpdate::State::replaced, "replaced"},
    {sla::NextUpdate::State::cancelled, "cancelled"}};

TEST_P(NextUpdateTable, Holds) {
  const auto& row = GetParam();
  const Reading reading(row);
  std::vector<sla::UpdateEvent> events;
  for (const auto& happening : split(row.at("story"), ";")) {
    const auto words = split(happening, " ");
    sla::UpdateEvent event{reading.instant(words.at(0) + " " + words.at(1)), update_names.at(words.at(2))};
    if (words.size() > 3) event.next_update_by = reading.instant(words.at(4) + " " + words.at(5));
    events.push_back(event);
  }
  const auto promises = sla::judge_next_updates(events, reading.instant(row.at("now")));
  const auto expected =
      row.at("promises") == "none" ? std::vector<std::string>{} : split(row.at("promises"), ",");
  ASSERT_EQ(promises.size(), expected.size());
  for (std::size_t i = 0; i < promises.size(); ++i) {
    const auto words = split(expected[i], "settled");
    EXPECT_EQ(promise_names.at(promises[i].state), words[0]);
    EXPECT_EQ(reading.spoken(promises[i].settled),
              words.size() > 1 ? reading.spoken(reading.instant(words[1])) : reading.spoken(std::nullopt));
  }
}

class ExplainTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaExplain, ExplainTable, testing::ValuesIn(read_table("sla_explain.txt")), by_line);

const std::map<Reason, std::string> reason_names{
    {Reason::open, "counted"},        {Reason::before_submission, "before"},
    {Reason::closed, "closed"},       {Reason::holiday, "holiday"},
    {Reason::exception, "exception"}, {Reason::waiting_on_client, "waiting"},
    {Reason::resolved, "resolved"}};

TEST_P(ExplainTable, Holds) {
  const auto& row = GetParam();
  const Reading reading(row);
  const auto from = reading.instant(row.at("from"));
  const auto made = explain(reading.calendar(), from, reading.instant(row.at("to")), waits(reading, row));
  EXPECT_EQ(made.total.count(), duration(row.at("counted")).count());
  std::vector<std::string> shown;
  for (const auto& stretch : made.stretches)
    shown.push_back(reason_names.at(stretch.reason) + (stretch.name.empty() ? "" : " " + stretch.name) +
                    " until " + reading.spoken(stretch.time.closes));
  std::vector<std::string> expected;
  auto at = from;
  if (row.at("shows") != "nothing")
    for (const auto& text : split(row.at("shows"), ",")) {
      const auto parts = split(text, " until ");
      at = reading.due(parts.at(1), at).value();
      expected.push_back(parts[0] + " until " + reading.spoken(at));
    }
  EXPECT_EQ(shown, expected);
}

}  // namespace
}  // namespace punctual::specs
