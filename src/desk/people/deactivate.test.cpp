#include "desk/people/deactivate.h"

#include <gtest/gtest.h>

#include "desk/access/sign_in.h"
#include "desk/people/invite.h"
#include "store/access.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;
using Why = PersonRefused::Why;

const Instant noon = at("2026-11-24T17:00:00Z");

struct Deactivation : ::testing::Test {
  world::World world;
  Actor max = Actor::person(world.max);

  void write(const std::function<void(store::Session&)>& work) {
    (void)world.writer->write([&](store::Session& session) {
      work(session);
      return store::Keep::commit;
    });
    world.desk->reload(world.reader());
  }
  std::expected<int, PersonRefused> go(PersonId person, std::optional<HandOver> hand_over, const Actor& by) {
    std::expected<int, PersonRefused> done;
    const auto look = look_at_leaving(*world.desk, person, noon).value();
    (void)world.writer->write([&](store::Session& session) {
      done = deactivate(*world.desk, session, person, hand_over, look, by, noon);
      return done ? store::Keep::commit : store::Keep::discard;
    });
    world.desk->reload(world.reader());
    return done;
  }
  TicketId ticket_of(PersonId assignee) {
    const auto id = world.submit("2026-11-24T15:00:00Z").id;
    EXPECT_TRUE(world.change(id, command::Triage{2, world.north, assignee}, Actor::person(world.cora),
                             "2026-11-24T15:10:00Z"));
    return id;
  }
  void set_password(PersonId person) {
    write([&](store::Session& session) { store::set_password(session, person, "x"); });
  }
  Why why(const std::expected<int, PersonRefused>& done) { return done.error().why; }
};

TEST_F(Deactivation, TicketsGoToTheHeirAndNothingElseOfThemMoves) {
  const auto id = ticket_of(world.milo);
  const auto before = world.ticket(id);
  EXPECT_EQ(why(go(world.milo, {}, max)), Why::needs_hand_over);
  EXPECT_EQ(go(world.milo, HandOver{world.mira}, max), 1);
  const auto after = world.ticket(id);
  EXPECT_EQ(after.assignee, world.mira);
  EXPECT_EQ(std::tuple(after.tier, after.pod, after.status),
            std::tuple(before.tier, before.pod, before.status));
  EXPECT_EQ(after.version, before.version + 1);
}

TEST_F(Deactivation, OrToNobody) {
  const auto id = ticket_of(world.milo);
  EXPECT_EQ(go(world.milo, HandOver{}, max), 1);
  EXPECT_FALSE(world.ticket(id).assignee);
  EXPECT_TRUE(store::active_of(world.reader(), world.milo).empty());
}

TEST_F(Deactivation, ARefusalLeavesEverything) {
  const auto id = ticket_of(world.milo);
  EXPECT_EQ(go(world.mira, {}, max), 0);
  for (const PersonId heir : {world.milo, world.mira, PersonId{999}})
    EXPECT_EQ(why(go(world.milo, HandOver{heir}, max)), Why::invalid);
  EXPECT_EQ(why(go(world.max, HandOver{}, max)), Why::not_now) << "oneself";
  EXPECT_EQ(why(go(PersonId{999}, HandOver{}, max)), Why::unknown);
  EXPECT_EQ(why(go(world.mira, {}, max)), Why::not_now) << "deactivated already";
  EXPECT_EQ(why(go(world.milo, HandOver{}, Actor::person(world.cora))), Why::not_allowed);
  EXPECT_EQ(world.ticket(id).assignee, world.milo);
}

TEST_F(Deactivation, TheLastManagerWhoCanSignInStays) {
  EXPECT_EQ(go(world.max, {}, Actor::desk()), 0) << "who cannot sign in is no loss";
  write([&](store::Session& session) {
    ASSERT_TRUE(invite_again(*world.desk, session, world.max, Whom::without_password, Actor::desk(), noon));
    ASSERT_TRUE(change_role(session, world.cora, people::Role::manager, Actor::desk(), noon));
  });
  set_password(world.max);
  EXPECT_EQ(why(go(world.max, {}, Actor::desk())), Why::not_now) << "Cora has no password yet";
  set_password(world.cora);
  EXPECT_EQ(go(world.max, {}, Actor::person(world.cora)), 0);
  EXPECT_EQ(why(go(world.cora, {}, max)), Why::not_allowed) << "who has left manages nobody";
}

TEST_F(Deactivation, WhatWasOpenCloses) {
  std::string session_secret;
  std::optional<std::string> token;
  write([&](store::Session& session) {
    session_secret = start_session(session, world.milo, "Firefox on Linux", noon);
    token = create_token(session, "milo@brightwater.example", "", noon);
  });
  EXPECT_TRUE(caller_of_session(*world.desk, session_secret, noon));
  EXPECT_TRUE(caller_of_token(*world.desk, *token, noon));
  EXPECT_EQ(go(world.milo, {}, max), 0);
  EXPECT_FALSE(caller_of_session(*world.desk, session_secret, noon));
  EXPECT_FALSE(caller_of_token(*world.desk, *token, noon));
  const auto audit = store::newest_audit(world.reader(), "person", world.milo.value, 1);
  EXPECT_EQ(audit.front().type, "deactivated");
  EXPECT_EQ(audit.front().actor, max);
  EXPECT_TRUE(store::chain_end(world.reader(), "person", world.milo.value));
}

TEST_F(Deactivation, WhoLeftAMomentAgoIsGivenNothing) {
  const auto id = world.submit("2026-11-24T15:00:00Z").id;
  const auto look = look_at_leaving(*world.desk, world.milo, noon).value();
  (void)world.writer->write([&](store::Session& session) {
    EXPECT_TRUE(deactivate(*world.desk, session, world.milo, {}, look, max, noon));
    return store::Keep::commit;
  });
  // The catalogue still has him.
  const auto triaged =
      world.change(id, command::Triage{2, world.north, world.milo}, max, "2026-11-24T17:00:01Z");
  ASSERT_FALSE(triaged);
  EXPECT_EQ(triaged.error().refusal.field, "assignee");
  EXPECT_FALSE(world.ticket(id).assignee);
}

TEST_F(Deactivation, ARoleCountsAtOnceAndItsSessionsEnd) {
  std::string secret;
  std::optional<std::string> token;
  write([&](store::Session& session) {
    secret = start_session(session, world.milo, "", noon);
    token = create_token(session, "milo@brightwater.example", "", noon);
    EXPECT_TRUE(change_role(session, world.milo, people::Role::coordinator, max, noon));
  });
  EXPECT_FALSE(caller_of_session(*world.desk, secret, noon));
  EXPECT_EQ(caller_of_token(*world.desk, *token, noon)->role, people::Role::coordinator);
}

}  // namespace
}  // namespace punctual::desk
