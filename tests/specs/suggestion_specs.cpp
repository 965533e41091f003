// Runs the table of suggestions: each row is a test, named by its line.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "domain/people/suggestion_sentences.h"
#include "people_table.h"

namespace punctual::specs {
namespace {

using people::EscalatesTo;
using testing::Contains;

std::string by_line(const testing::TestParamInfo<Row>& info) {
  return "line_" + std::to_string(info.param.line);
}

class SuggestionTable : public testing::TestWithParam<Row> {};
INSTANTIATE_TEST_SUITE_P(Suggestion, SuggestionTable, testing::ValuesIn(read_table("suggestion.txt")),
                         by_line);

const std::map<EscalatesTo::As, std::string> escalation_names{
    {EscalatesTo::As::pod_lead, "pod_lead"},
    {EscalatesTo::As::coordinator, "coordinator"},
    {EscalatesTo::As::manager, "manager"},
    {EscalatesTo::As::first_at_work, "first_at_work"}};

std::string goes_words(const EscalatesTo& to, const Cast& cast) {
  if (to.as == EscalatesTo::As::nobody) return "nobody";
  return cast.name(to.person) + " " + escalation_names.at(to.as) + " " + cast.reading().day_and_time(to.at);
}

TEST_P(SuggestionTable, Holds) {
  const auto& row = GetParam();
  const Cast cast(row);
  people::TicketNeed need{.now = cast.reading().instant(row.at("now"))};
  if (const auto due = row.find("due")) need.due = cast.reading().instant(*due);
  if (const auto skills = row.find("skills")) need.skills = split(*skills, " ");
  const auto candidates = cast.candidates();
  const auto made = people::suggest(need, candidates, cast.desk_hours());

  std::vector<PersonId> can;
  std::vector<PersonId> cannot;
  for (const auto& one : made.candidates) (one.eligible ? can : cannot).push_back(one.person);
  EXPECT_EQ(cast.names(can), row.at("suggests"));
  EXPECT_EQ(cast.names(cannot), row.find("others").value_or("nobody"));
  ASSERT_EQ(made.escalates_to.has_value(), can.empty());
  if (const auto goes = row.find("goes")) EXPECT_EQ(goes_words(*made.escalates_to, cast), *goes);

  const auto name =
      made.escalates_to && made.escalates_to->person ? cast.name(made.escalates_to->person) : std::string();
  for (const auto& said : row.all("says")) {
    const auto colon = said.find(": ");
    const auto about = said.substr(0, colon);
    if (about.contains(' ')) {
      EXPECT_EQ(people::escalation_sentence(made, cast.reading().zone(), name), said);
      continue;
    }
    const auto one = std::ranges::find(made.candidates, cast.id(about), &people::Suggestion::person);
    EXPECT_THAT(people::suggestion_sentences(*one, cast.reading().zone()), Contains(said.substr(colon + 2)));
  }
}

}  // namespace
}  // namespace punctual::specs
