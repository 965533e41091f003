#include <gmock/gmock.h>

#include "desk/commands/change.h"
#include "store/journal.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;
using world::World;

struct EstimateOnADesk : ::testing::Test {
  World world;
  Actor cora = Actor::person(world.cora);
  TicketId id = world.submit("2026-11-23T14:00:00Z").id;

  EstimateOnADesk() {
    EXPECT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, "2026-11-23T14:05:00Z"));
    EXPECT_TRUE(
        world.change(id,
                     command::Reply{"Here is what it takes.", world.expectation("2026-11-24T16:00:00Z"),
                                    EstimateOffer{.lines = {{"Move the checkout.", "development", 240}},
                                                  .plan = "We move the checkout.",
                                                  .covered = 60,
                                                  .extra = 180,
                                                  .price = 28'500,
                                                  .currency = "EUR",
                                                  .expires_at = at("2026-12-07T22:00:00Z"),
                                                  .digest = "d1"}},
                     cora, "2026-11-23T14:10:00Z"));
  }
  store::TicketRow row() { return store::find_ticket(world.reader(), id).value(); }
  void expect_whole() {
    EXPECT_EQ(store::difference_from_row(world.reader(), id, world.ticket(id)), "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
    EXPECT_EQ(fold(store::read_journal(world.reader(), id)).estimates, world.ticket(id).estimates);
  }
};

TEST_F(EstimateOnADesk, TheQueueShowsWhoSentItAndWhoDecided) {
  EXPECT_EQ(row().last_event, "estimated");
  EXPECT_EQ(row().last_actor, cora);
  const auto due = row().next_due;
  const command::DecideEstimate approval{1, "d1", EstimateAnswer::approved, "Nora Quist"};
  ASSERT_TRUE(world.change(id, approval, Actor::contact({}), "2026-11-23T15:00:00Z"));
  EXPECT_EQ(row().last_event, "estimate_decided");
  EXPECT_EQ(row().last_actor.kind, Actor::Kind::contact);
  EXPECT_EQ(row().last_at, at("2026-11-23T15:00:00Z"));
  EXPECT_EQ(row().next_due, due) << "a decision is no message";
  EXPECT_EQ(world.ticket(id).estimates.at(0).outcome, EstimateOutcome::approved);
  expect_whole();
}

TEST_F(EstimateOnADesk, ASecondClickIsNothingAndAnotherAnswerIsRefused) {
  const command::DecideEstimate approval{1, "d1", EstimateAnswer::approved, "Nora Quist"};
  const auto first = world.change(id, approval, Actor::contact({}), "2026-11-23T15:00:00Z");
  ASSERT_TRUE(first);
  const auto second = world.change(id, approval, Actor::contact({}), "2026-11-23T15:00:01Z");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->version, first->version);
  auto other = approval;
  other.answer = EstimateAnswer::declined;
  const auto refused = world.change(id, other, Actor::contact({}), "2026-11-23T15:00:02Z");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().why, NotChanged::Why::refused);
  EXPECT_EQ(refused.error().refusal.reason, Refusal::Reason::not_in_this_state);
  EXPECT_EQ(row().version, first->version);
  expect_whole();
}

TEST_F(EstimateOnADesk, AWithdrawalIsItsLastWord) {
  ASSERT_TRUE(world.change(id, command::WithdrawEstimate{1}, cora, "2026-11-23T15:00:00Z"));
  EXPECT_EQ(row().last_event, "estimate_withdrawn");
  EXPECT_EQ(world.ticket(id).estimates.at(0).outcome, EstimateOutcome::withdrawn);
  expect_whole();
}

}  // namespace
}  // namespace punctual::desk
