#include "app/configuration/configuration_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/configuration/toml_text.h"
#include "desk/assets/assets.h"
#include "domain/time/rfc3339.h"
#include "store/zones/system_zones.h"

namespace punctual::app {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> problems(const std::string& text) {
  const auto read = read_configuration(text, SystemZones(), *parse_rfc3339("2026-11-26T15:00:00Z"));
  std::vector<std::string> lines;
  if (!read)
    for (const auto& problem : read.error()) lines.push_back(in_line(problem, "desk.toml"));
  return lines;
}

std::string example() {
  return std::string(find_asset("examples/desk.toml")->plain);
}

/// The example with one line's part written otherwise; where that is, as "line:column".
struct Edited {
  std::string text;
  std::string place;
};
Edited edited(const std::string& from, const std::string& to, const std::string& at) {
  auto text = example();
  const auto begin = text.find(from);
  EXPECT_NE(begin, std::string::npos) << from;
  text.replace(begin, from.size(), to);
  const auto where = text.find(at, text.rfind('\n', begin));
  EXPECT_NE(where, std::string::npos) << at;
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(where), '\n') + 1;
  const auto column = where - text.rfind('\n', where);
  return {text, std::to_string(line) + ":" + std::to_string(column)};
}

struct Bad {
  const char* from;
  const char* to;
  const char* at;    ///< what stands at the place that is named
  const char* says;  ///< key, problem and remedy
};

class BadFile : public ::testing::TestWithParam<Bad> {};

TEST_P(BadFile, IsRefusedWithPlaceProblemAndRemedy) {
  const auto [text, place] = edited(GetParam().from, GetParam().to, GetParam().at);
  EXPECT_THAT(problems(text), ElementsAre("desk.toml:" + place + ": " + GetParam().says));
}

TEST(ConfigurationFile, AForgottenQuotationMarkIsNamed) {
  auto text = example();
  text.replace(text.find("goal = \"1h\""), 11, "goal = \"1h");
  EXPECT_THAT(problems(text),
              ElementsAre(::testing::HasSubstr("has no closing quotation mark; end it with")));
}

INSTANTIATE_TEST_SUITE_P(
    , BadFile,
    ::testing::Values(
        Bad{"goal = \"1h\"", "goal = \"soon\"", "\"soon\"",
            "desk.goal: \"soon\" is no length of time; write it like 1h, 30m or 1bd"},
        Bad{"colour = \"#0f5c5c\"", "colour = \"teal\"", "\"teal\"",
            "desk.colour: \"teal\" is no colour; write it like #0f5c5c"},
        Bad{"greeting = ", "greting = ", "greting",
            "desk.greting: is not known here; did you mean greeting?"},
        Bad{"[limits]", "[limit]", "limit]", "limit: is not known here; did you mean limits?"},
        Bad{"forms_per_network = 60", "forms_per_network = \"many\"", "\"many\"",
            "limits.forms_per_network: must be a whole number; write 1 to 1000000"},
        Bad{"percent = 75", "percent = 40", "40",
            "escalation[2].percent: 40 does not come after 50; write the stages in ascending order, each "
            "percentage once"},
        Bad{"percent = 75", "percent = 101", "101",
            "escalation[2].percent: must be a whole number; write 1 to 100"},
        Bad{"tell = [\"assignee\"]", "tell = [\"lead\"]", "[\"lead\"]",
            "escalation[1].tell: \"lead\" is told nothing; write assignee, pod_lead, coordinators or "
            "managers"},
        Bad{"tell = [\"assignee\"]", "tell = []", "[]",
            "escalation[1].tell: nobody is told at 50 %; name somebody, or remove the stage"},
        Bad{"role = \"coordinator\"", "role = \"boss\"", "\"boss\"",
            "people[1].role: \"boss\" is no role; write coordinator, member or manager"},
        Bad{"email = \"dale@quillmoor.example\"", "email = \"Imani@quillmoor.example\"", "\"Imani",
            "people[2].email: \"Imani@quillmoor.example\" is there twice; give each its own"},
        Bad{"email = \"dale@quillmoor.example\"", "email = \"dale\"", "\"dale\"",
            "people[2].email: \"dale\" is not a mail address; write it like name@example.com"},
        Bad{"name = \"Basalt\"", "name = \"Basalt\"\nneeded = 0", "0\nlead",
            "pods[1].needed: must be a whole number; write 1 to 100"},
        Bad{"lead = \"sofia@", "lead = \"sofa@", "\"sofa@",
            "pods[1].lead: there is no person \"sofa@quillmoor.example\"; did you mean "
            "\"sofia@quillmoor.example\"?"},
        Bad{"lead = \"sofia@", "lead = \"priya@", "\"priya@",
            "pods[1].lead: Priya Nair is not in the pod \"Basalt\"; add it to their pods, or name one of its "
            "people"},
        Bad{"skills = [\"Drupal\", \"payments\"]", "skills = [\"Drupal\", \"drupal\"]",
            "[\"Drupal\", \"drupal\"]", "people[5].skills: \"drupal\" is there twice; name each skill once"},
        Bad{"skills = [\"Drupal\", \"payments\"]", "skills = [\" Drupal\"]", "[\" Drupal\"]",
            "people[5].skills: \"Drupal\" is not a word or a few on one line of at most 100 bytes; name it "
            "anew"},
        Bad{"client = \"Alder Valley College\"", "client = \"Alder Valley Colege\"",
            "\"Alder Valley Colege\"",
            "agreements[2].client: there is no client \"Alder Valley Colege\"; did you mean \"Alder Valley "
            "College\"?"},
        Bad{"currency = \"USD\"", "currency = \"XYZ\"", "\"XYZ\"",
            "agreements[1].currency: \"XYZ\" is no currency of ISO 4217; write one like EUR or USD"},
        Bad{"time = \"40h\"", "time = \"-40h\"", "\"-40h\"",
            "agreements[1].allowance.time: \"-40h\" is no length of time; write it like 20h, 90m or 1h30m"},
        Bad{"every = \"quarter\"", "every = \"week\"", "\"week\"",
            "agreements[1].allowance.every: \"week\" is no period; write month, quarter, year or block"},
        Bad{"every = \"block\"", "every = \"block\", rollover = 1", "1 }",
            "agreements[3].allowance.rollover: a block is of use until it is used up or the agreement ends; "
            "leave it "
            "out"},
        Bad{"rollover = 1", "rollover = -1", "-1",
            "agreements[1].allowance.rollover: must be a whole number; write 0 to 120"},
        Bad{"rate = \"145.00\"", "rate = \"145.005\"", "\"145.005",
            "agreements[1].rate: \"145.005\" is no amount of USD; write it like 125.00"},
        Bad{"rate = \"145.00\"", "rate = \"1000000000.01\"", "\"1000000000.01",
            "agreements[1].rate: is more than 1000000000 USD; write a smaller amount"},
        Bad{"increment = \"15m\"", "increment = \"25h\"", "\"25h",
            "agreements[1].rounding.increment: is longer than a day; write 24h or less"},
        Bad{"tiers = [1, 2, 3]", "tiers = [0]", "0]",
            "agreements[2].tiers: must be a whole number; write 1 to 4"},
        Bad{"until = 2027-09-01", "until = 2026-09-01", "2026-09-01\ncurr",
            "agreements[4].until: is not after the date it begins; write the first date it no longer holds"},
        Bad{"top_ups = [{ on = 2026-11-02", "top_ups = [{ on = 2026-08-02", "2026-08-02",
            "agreements[3].top_ups[1].on: this version does not hold on that date; list it with the one that "
            "does"},
        Bad{"of = [\"first_reply\"]", "of = [\"reply\"]", "[\"reply",
            "agreements[4].credit.of: \"reply\" is no promise; write first_reply, next_reply or resolution"},
        Bad{"client = \"Saltmarsh Theatre\"", "client = \"Marrow & Pine\"",
            "2026-09-01\ncurrency = \"USD\"\nrate = \"135",
            "agreements[5].from: another version of this client's agreement begins on the same date; change "
            "one"},
        Bad{"pods = [\"Juniper\"]", "pods = [\"Junper\"]", "[\"Junper\"]",
            "people[1].pods: there is no pod \"Junper\"; did you mean \"Juniper\"?"},
        Bad{"policy = \"priority\"", "policy = \"gold\"", "\"gold\"",
            "clients[4].policy: there is no policy \"gold\"; list it, or name another"},
        Bad{"mon-fri = [\"08:00-17:00\"]", "mon-fri = [\"08:00-08:00\"]", "[\"08:00-08",
            "hours.weekly.mon-fri: opens and closes at 08:00; give it a length, or remove the interval"},
        Bad{"mon-fri = [\"08:00-17:00\"]", "mon-fri = []", "{ mon-fri",
            "hours.weekly: never opens, so no promise is possible; give at least one weekday its hours"},
        Bad{"mon-fri = [\"08:00-17:00\"]", "mon-fri = [\"08:00-12:00\", \"11:00-17:00\"]", "[\"08:00-12",
            "hours.weekly.mon-fri: two of its intervals overlap; make one of them"},
        Bad{"mon-fri = [\"08:00-17:00\"]", "mon-fri = [\"eight\"]", "[\"eight\"]",
            "hours.weekly.mon-fri: \"eight\" is no interval; write it like 08:00-17:00"},
        Bad{"mon-fri = [\"08:00-17:00\"]", "monday = [\"08:00-17:00\"], tue = [\"08:00-17:00\"]",
            "[\"08:00-17:00\"], tue",
            "hours.weekly.monday: is no weekday; write mon to sun, or a span such as mon-fri"},
        Bad{"date = 2026-01-01", "date = \"New Year\"", "\"New Year\"",
            "hours.holidays[1].date: is no date from 1970 to 2400; write it like 2026-12-25"},
        Bad{"clock\"\ncoverage = \"24x7\"", "clock\"\ncoverage = \"always\"", "\"always\"",
            "policies[3].coverage: is neither \"24x7\" nor a table of hours; write one of them"},
        Bad{"first_reply = \"30m\"", "first_reply = \"30 min\"", "\"30 min\"",
            "policies[1].tiers[1].first_reply: \"30 min\" is no length of time; write it like 30m, 4h or "
            "1bd"},
        Bad{"time_zone = \"America/New_York\"", "time_zone = \"America/Quillmoor\"", "\"America/Quillmoor\"",
            "hours.time_zone: there is no time zone \"America/Quillmoor\"; name one, such as "
            "America/New_York"},
        Bad{"# \"received.subject\" = \"[{{ref}}] We have your request\"", "\"receved.txt\" = \"x\"", "\"x\"",
            "mail.templates.receved.txt: is no mail template; did you mean received.txt?"},
        Bad{"# \"received.subject\" = \"[{{ref}}] We have your request\"",
            "\"foot.txt\" = \"\"\"\nYours\n{{desk_nme}}\"\"\"", "\"\"\"\nYours",
            "mail.templates.foot.txt: line 2 of it: {{desk_nme}} names nothing a mail knows; punctual mail "
            "preview lists what there is"},
        Bad{"# \"received.subject\" = \"[{{ref}}] We have your request\"",
            "\"foot.html\" = \"{{{desk_name}}}\"", "\"{{{desk_name",
            "mail.templates.foot.html: line 1 of it: {{{desk_name}}} is not named *_html; write "
            "{{desk_name}}, "
            "which is escaped"},
        Bad{"# \"received.subject\" = \"[{{ref}}] We have your request\"", "\"foot.txt\" = \"{{#tier}}x\"",
            "\"{{#tier}}",
            "mail.templates.foot.txt: line 1 of it: the section tier is not closed; end it with {{/tier}}"}));

/// The example's entries in the order of the list, each with another line below the one that names it.
struct Renamed {
  const char* list;
  std::vector<std::pair<const char*, const char*>> was;  ///< line, and what it was before
  std::string says;
};

class Renames : public ::testing::TestWithParam<Renamed> {};

TEST_P(Renames, NoTwoEntriesContinueTheSame) {
  auto text = example();
  for (const auto& [line, was] : GetParam().was) {
    const auto begin = text.find(line, text.find("\n[[" + std::string(GetParam().list) + "]]"));
    ASSERT_NE(begin, std::string::npos) << line;
    text.insert(text.find('\n', begin), "\nwas = \"" + std::string(was) + "\"");
  }
  const auto last = text.find("was = ", text.find(GetParam().was.back().first));
  const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(last), '\n') + 1;
  EXPECT_THAT(problems(text), ElementsAre("desk.toml:" + std::to_string(line) + ":7: " + GetParam().says));
}

const std::string listed_itself =
    "names an entry that is listed itself; remove it, or apply one change of name after the other";

INSTANTIATE_TEST_SUITE_P(
    , Renames,
    ::testing::Values(
        Renamed{
            "clients",
            {{"name = \"Brightwater Outfitters", "Old Lane"}, {"name = \"Alder Valley College", "OLD LANE"}},
            "clients[2].was: \"OLD LANE\" is what another entry was, too; leave it to the one that goes on"},
        Renamed{"people",
                {{"email = \"imani@", "im@quillmoor.example"}, {"email = \"dale@", "IM@quillmoor.example"}},
                "people[2].was: \"IM@quillmoor.example\" is what another entry was, too; leave it to the one "
                "that goes on"},
        Renamed{"pods",
                {{"name = \"Basalt", "Flint"}, {"name = \"Juniper", "Flint"}},
                "pods[2].was: \"Flint\" is what another entry was, too; leave it to the one that goes on"}));

INSTANTIATE_TEST_SUITE_P(
    Chain, Renames,
    ::testing::Values(Renamed{"pods", {{"name = \"Juniper", "basalt"}}, "pods[2].was: " + listed_itself},
                      Renamed{"people",
                              {{"email = \"dale@", "imani@quillmoor.example"}},
                              "people[2].was: " + listed_itself},
                      Renamed{"clients",
                              {{"name = \"Alder Valley", "Brightwater Outfitters"}},
                              "clients[2].was: " + listed_itself}));

TEST(ConfigurationFile, WhoIsStillCalledWhatTheyWereIsNoOtherEntry) {
  auto text = example();
  text.insert(text.find('\n', text.find("name = \"Basalt")), "\nwas = \"BASALT\"");
  EXPECT_THAT(problems(text), ElementsAre());
}

TEST(ConfigurationFile, EverythingWrongIsToldAtOnceInOrder) {
  auto text = edited("goal = \"1h\"", "goal = \"soon\"", "soon").text;
  text.replace(text.find("role = \"member\""), 15, "role = \"maker\"");
  text += "forms = 1\n";
  const auto found = problems(text);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_THAT(found[0], HasSubstr("desk.goal"));
  EXPECT_THAT(found[1], HasSubstr("people[5].role"));
  EXPECT_THAT(found[2], HasSubstr("limits.forms: is not known here"));
}

TEST(ConfigurationFile, AnEmptyOneIsToldWhatADeskNeeds) {
  std::string all;
  for (const auto& line : problems("")) all += line + "\n";
  for (const auto* key : {"desk:", "tiers:", "hours:", "policies:", "people:"})
    EXPECT_THAT(all, HasSubstr(key));
}

TEST(ConfigurationFile, WhatIsNoTomlIsRefusedAtItsPlace) {
  EXPECT_THAT(problems("[desk]\nname = Quillmoor\n"), ElementsAre(HasSubstr("desk.toml:2:8: ")));
}

TEST(TomlText, LongTextsKeepTheirLinesAndMarks) {
  EXPECT_EQ(quoted_text("a \"b\" \\ \x01"), "\"a \\\"b\\\" \\\\ \\u0001\"");
  EXPECT_EQ(quoted_lines("one\nsays \"two\" loud"), "\"\"\"\none\nsays \"two\" loud\"\"\"");
  const std::string long_one = std::string(90, 'a') + " and more words than fit";
  EXPECT_EQ(quoted_words(long_one), "\"\"\"\n" + std::string(90, 'a') + " and more words than \\\nfit\"\"\"");
}

}  // namespace
}  // namespace punctual::app
