#include "app/configuration/desk_side.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/assets/assets.h"
#include "desk/people/invite.h"
#include "desk/people/password.h"
#include "store/directory_changes.h"
#include "store/json/read.h"
#include "tests/world/world.h"

namespace punctual::app {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

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
