#include "domain/people/escalation.h"

#include <gtest/gtest.h>

namespace punctual::people {
namespace {

TEST(Escalation, WhatHoldsWhereNothingIsWrittenIsSound) {
  EXPECT_TRUE(problems_of(default_escalation()).empty());
  EXPECT_TRUE(problems_of({}).empty()) << "nobody need be told";
}

TEST(Escalation, AStageSaysWhatIsWrongWithIt) {
  using enum Addressee;
  const EscalationTable table{{0, {assignee}}, {75, {managers, managers}}, {75, {}}, {101, {assignee}}};
  const std::vector<EscalationProblem> problems{
      {"stages[0].percent", "0 is no part of a target", "write a percentage from 1 to 100"},
      {"stages[1].tells", "managers is there twice", "name each once"},
      {"stages[2].percent", "75 does not come after 75",
       "write the stages in ascending order, each percentage once"},
      {"stages[2].tells", "nobody is told at 75 %", "name somebody, or remove the stage"},
      {"stages[3].percent", "101 is no part of a target", "write a percentage from 1 to 100"},
  };
  EXPECT_EQ(problems_of(table), problems);
}

TEST(Escalation, AMissedPromiseIsAStageWhetherAnybodyIsToldOrNot) {
  using enum Addressee;
  EXPECT_EQ(percents_of(default_escalation()), (std::vector{50, 75, 90, 100}));
  const EscalationTable table{{80, {assignee}}};
  EXPECT_EQ(percents_of(table), (std::vector{80, 100}));
  EXPECT_EQ(percents_of({}), std::vector{100});
  EXPECT_EQ(stage_of(table, 80)->tells, std::vector{assignee});
  EXPECT_EQ(stage_of(table, 100), nullptr);
}

TEST(Escalation, AddresseesReadAsTheyAreWritten) {
  for (const auto& stage : default_escalation())
    for (const auto addressee : stage.tells) EXPECT_EQ(addressee_from(to_text(addressee)), addressee);
  EXPECT_EQ(addressee_from("everybody"), std::nullopt);
}

}  // namespace
}  // namespace punctual::people
