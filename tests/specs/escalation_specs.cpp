// Runs the table of escalations: each row is a test, named by its line.

#include <gtest/gtest.h>

#include "domain/people/escalation.h"
#include "people_table.h"

namespace punctual::specs {
namespace {

using people::Told;

std::string by_line(const testing::TestParamInfo<Row>& info) {
  return "line_" + std::to_string(info.param.line);
}

class EscalationTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(Escalation, EscalationTable, testing::ValuesIn(read_table("escalation.txt")),
                         by_line);

const std::map<Told::Why, std::string> why_names{{Told::Why::named, "named"},
                                                 {Told::Why::pod, "pod"},
                                                 {Told::Why::coordinators, "coordinators"},
                                                 {Told::Why::anybody, "anybody"},
                                                 {Told::Why::nobody_at_work, "nobody_at_work"},
                                                 {Told::Why::nobody_named, "nobody_named"}};

TEST_P(EscalationTable, Holds) {
  const auto& row = GetParam();
  const Cast cast(row);
  people::EscalationStage stage{.percent = 75};
  for (const auto& name : split(row.at("stage"), " "))
    stage.tells.push_back(people::addressee_from(name).value());
  const auto told = people::whom_to_tell(stage, cast.with("assignee"), cast.colleagues(),
                                         cast.reading().instant(row.at("now")));
  EXPECT_EQ(cast.names(told.people), row.at("told"));
  EXPECT_EQ(why_names.at(told.why), row.at("why"));
}

}  // namespace
}  // namespace punctual::specs
