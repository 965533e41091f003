#include "app/configuration/desk_side.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/assets/assets.h"
#include "desk/people/invite.h"
#include "desk/people/password.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/json/read.h"
#include "tests/world/world.h"

namespace punctual::app {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

struct DeskSide : ::testing::Test {
  world::TemporaryFolder folder;
  SystemZones zones;
  desk::Desk desk{{.data = folder.path(), .base_url = "http://localhost:8080", .mail_from = {}},
                  std::string(32, 'k'),
                  zones};
  store::Session session{(folder.path() / "desk.sqlite").string(), store::Session::Mode::read_write};
  std::function<void()> meanwhile = [] {};
  HeldDesk held{{folder.path()},
                desk.blobs(),
                [this](const store::Work& work) {
                  meanwhile();
                  session.execute("BEGIN IMMEDIATE");
                  const bool kept = work(session) == store::Keep::commit;
                  session.execute(kept ? "COMMIT" : "ROLLBACK");
                  return kept ? store::Written::committed : store::Written::discarded;
                },
                [] { return world::at("2026-11-26T15:00:00Z"); },
                desk,
                [] {}};
  std::string text{find_asset("examples/desk.toml")->plain};

  DeskSide() {
    store::migrate(session);
    EXPECT_FALSE(apply(held, ask(look_at().state)).error);
    desk.reload(session);
  }
  Ask ask(std::string state = {}) const {
    return {.verb = {}, .as = {}, .note = std::move(state), .id = 0, .place = {}, .person = {}, .text = text};
  }
  LookJson look_at() const { return json::from_json<LookJson>(*look(held, ask()).result).value(); }
};

TEST_F(DeskSide, WhatWasShownIsAppliedToThatStateAlone) {
  text.replace(text.find("\"Quillmoor Studio\""), 18, "\"Quillmoor & Sons\"");
  const auto seen = look_at();
  const auto contact = store::read_contacts(session).front();
  store::delete_contact(session, contact.id);
  EXPECT_THAT(apply(held, ask(seen.state)).error.value_or(""), HasSubstr("look again"));
  const auto again = look_at();
  EXPECT_NE(again.state, seen.state);
  meanwhile = [&] { store::delete_contact(session, store::read_contacts(session).front().id); };
  EXPECT_THAT(apply(held, ask(again.state)).error.value_or(""), HasSubstr("look again"))
      << "what it thought through is of another state than it writes to";
  meanwhile = [] {};
  EXPECT_FALSE(apply(held, ask(look_at().state)).error);
  EXPECT_THAT(look_at().changes, IsEmpty());
}

TEST_F(DeskSide, StrangersWhoForgotAPasswordKeepNothingFromBeingApplied) {
  text.replace(text.find("\"Quillmoor Studio\""), 18, "\"Quillmoor & Sons\"");
  const auto seen = look_at();
  desk::ask_for_reset(desk, session, "imani@quillmoor.example", held.now());
  EXPECT_FALSE(apply(held, ask(seen.state)).error);
}

TEST_F(DeskSide, WhatItOpensIsShownAndKnownOfWhatIsApplied) {
  for (const auto* name : {"owen@", "marcus@"})
    text.replace(text.find("tue-fri", text.find(name)), 7, "mon-thu");
  const auto seen = look_at();
  ASSERT_THAT(seen.opens, SizeIs(1));
  EXPECT_THAT(
      seen.opens.front(),
      AllOf(
          StartsWith("Juniper: Friday 4 December 08:00"),
          HasSubstr(", 48 times until Friday 19 November 2027 (9 h): nobody is there; nobody's week has it"),
          HasSubstr("; could cover the first: Helen Marsh, ")));
  EXPECT_THAT(apply(held, ask(seen.state.substr(0, seen.state.find('/') + 1))).error.value_or(""),
              HasSubstr("look again"));
  EXPECT_FALSE(apply(held, ask(seen.state)).error);
  const auto known = store::newest_audit(session, "rota", 1, 1);
  ASSERT_THAT(known, SizeIs(1));
  EXPECT_EQ(known.front().type, "gaps_opened");
  EXPECT_THAT(*known.front().content, HasSubstr("\"from\":\"2026-12-04T13:00:00Z\""));
  EXPECT_THAT(look_at().changes, IsEmpty());
  EXPECT_THAT(look_at().opens, IsEmpty());
}

TEST_F(DeskSide, WhereNothingCanBeWrittenNobodyIsToldThatNothingOpens) {
  for (const auto* name : {"owen@", "marcus@"})
    text.replace(text.find("tue-fri", text.find(name)), 7, "mon-thu");
  const auto seen = look_at();
  held.write = [](const store::Work&) { return store::Written::disk_full; };
  for (const auto& told : {look(held, ask()), apply(held, ask(seen.state))})
    EXPECT_THAT(told.error.value_or(""), StartsWith("the desk could not write"));
}

TEST_F(DeskSide, AnExportWithAPodEverybodyLeftMakesADesk) {
  text += "\n[[pods]]\nname = \"Heron\"\n";
  EXPECT_THAT(look_at().obstacles, ElementsAre(HasSubstr("pods: Heron: has nobody in it; ")));
  const world::TemporaryFolder other;
  store::Session empty((other.path() / "desk.sqlite").string(), store::Session::Mode::read_write);
  store::migrate(empty);
  held.layout = {other.path()};
  const auto seen = look_at();
  EXPECT_EQ(seen.state, "none");
  EXPECT_THAT(seen.obstacles, IsEmpty());
  EXPECT_THAT(seen.to_confirm,
              testing::Contains("pods: Heron has nobody in it; name it in the pods of somebody"));
}

TEST_F(DeskSide, APodThatIsNewIsLookedAtOnceItHasClients) {
  text += "\n[[pods]]\nname = \"Heron\"\n";
  text.replace(text.find("[\"Basalt\"]", text.find("dale@")), 10, "[\"Basalt\", \"Heron\"]");
  EXPECT_THAT(look_at().opens, IsEmpty());
  text.replace(text.find("pod = \"Basalt\"", text.find("[[clients]]")), 14, "pod = \"Heron\"");
  EXPECT_THAT(look_at().opens, ElementsAre(StartsWith("Heron: Monday 30 November 08:00–17:00, ")))
      << "Dale is off on Mondays";
}

TEST_F(DeskSide, WhoIsInvitedIsWrittenWithTheWeekAlone) {
  session.execute("BEGIN");
  ASSERT_TRUE(desk::invite(desk, session, {"Wren Abara", "wren@quillmoor.example", "member"}, Actor::desk(),
                           held.now()));
  session.execute("COMMIT");
  const auto file = write_out(held).result.value();
  const auto wren = file.substr(file.find("\"Wren Abara\""));
  EXPECT_THAT(wren.substr(0, wren.find("[[")), Not(HasSubstr("date")));
  text = file;
  EXPECT_THAT(look_at().changes, IsEmpty());
}

}  // namespace
}  // namespace punctual::app
