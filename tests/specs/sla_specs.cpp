// Runs the tables sla_*.txt of this folder: each row is a test, named by its line.

#include <gtest/gtest.h>

#include <deque>
#include <map>

#include "domain/sla/clocks.h"
#include "sla_table.h"

namespace punctual::specs {
namespace {

using sla::EventType;

std::string by_line(const testing::TestParamInfo<Row>& info) {
  return "line_" + std::to_string(info.param.line);
}

class DueTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaDue, DueTable, testing::ValuesIn(read_table("sla_due.txt")), by_line);

TEST_P(DueTable, Holds) {
  const Reading reading(GetParam());
  const auto opened = reading.instant(GetParam().at("opened"));
  const auto target = parse_target(GetParam().at("target")).value();
  EXPECT_EQ(reading.spoken(reading.calendar().due(opened, target)),
            reading.spoken(reading.due(GetParam().at("due"), opened)));
}

class ElapsedTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaElapsed, ElapsedTable, testing::ValuesIn(read_table("sla_elapsed.txt")), by_line);

TEST_P(ElapsedTable, Holds) {
  const Reading reading(GetParam());
  const auto from = reading.instant(GetParam().at("from"));
  const auto to = reading.instant(GetParam().at("to"));
  EXPECT_EQ(reading.calendar().elapsed(from, to).count(), duration(GetParam().at("counted")).count());
}

const std::map<std::string_view, EventType> event_names{
    {"submitted", EventType::submitted},         {"auto_reply", EventType::auto_reply},
    {"internal_note", EventType::internal_note}, {"assigned", EventType::assigned},
    {"human_reply", EventType::human_reply},     {"waiting_on_client", EventType::waiting_on_client},
    {"client_reply", EventType::client_reply},   {"resumed", EventType::resumed},
    {"resolved", EventType::resolved},           {"reopened", EventType::reopened},
};
const std::map<std::string_view, sla::Clock::State> state_names{
    {"running", sla::Clock::State::running},   {"paused", sla::Clock::State::paused},
    {"breached", sla::Clock::State::breached}, {"met", sla::Clock::State::met},
    {"missed", sla::Clock::State::missed},
};

/// "first 1h next 2h resolution 1bd"
sla::Policy policy(std::string_view text) {
  sla::Policy read;
  const auto words = split(text, " ");
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    auto& target = words[i] == "first"  ? read.first_reply
                   : words[i] == "next" ? read.next_reply
                                        : read.resolution;
    target = parse_target(words[i + 1]).value();
  }
  return read;
}

/// "met due Mon 10:00 counted 30m", or "none" where no such clock was opened.
void expect_clock(const Reading& reading, std::string_view text, const sla::Clock* clock) {
  if (text == "none") {
    EXPECT_EQ(clock, nullptr);
    return;
  }
  ASSERT_NE(clock, nullptr);
  const auto counted = split(text, "counted");
  const auto due = split(counted[0], "due");
  EXPECT_EQ(clock->state, state_names.at(due[0]));
  if (due.size() > 1)
    EXPECT_EQ(reading.spoken(clock->due), reading.spoken(reading.due(due[1], clock->start)));
  if (counted.size() > 1) EXPECT_EQ(clock->elapsed.count(), duration(counted[1]).count());
}

class ClocksTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(SlaClocks, ClocksTable, testing::ValuesIn(read_table("sla_clocks.txt")), by_line);

TEST_P(ClocksTable, Holds) {
  const auto& row = GetParam();
  const Reading reading(row);
  std::deque<sla::PolicyInForce> policies{{policy(row.at("policy")), reading.calendar()}};
  std::vector<sla::Event> events;
  // The second cell is the story: "Mon 09:00 submitted; Mon 10:00 human_reply; Mon 12:00 tier first 1h".
  for (const auto& happening : split(row.cells.at(1).first + " " + row.cells.at(1).second, ";")) {
    const auto words = split(happening, " ");
    const auto at = reading.instant(words.at(0) + " " + words.at(1));
    if (words.at(2) != "tier") {
      events.push_back({at, event_names.at(words[2])});
      continue;
    }
    policies.push_back({policy(happening.substr(happening.find("tier") + 5)), reading.calendar()});
    events.push_back({at, EventType::tier_changed, &policies.back()});
  }
  const auto clocks = sla::evaluate(events, policies.front(), reading.instant(row.at("now")));
  if (const auto text = row.find("first")) expect_clock(reading, *text, &clocks.first_reply);
  if (const auto text = row.find("resolution")) expect_clock(reading, *text, &clocks.resolution);
  if (const auto text = row.find("next"))
    expect_clock(reading, *text, clocks.next_reply.empty() ? nullptr : &clocks.next_reply.back());
}

}  // namespace
}  // namespace punctual::specs
