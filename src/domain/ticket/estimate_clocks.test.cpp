// What estimates leave alone: the clocks of the ticket and whose turn it is.

#include <gtest/gtest.h>

#include <optional>
#include <utility>

#include "domain/ticket/standing.h"
#include "domain/ticket/told_ticket.test.h"

namespace punctual {
namespace {

using told::nora;
using told::offer;
using told::utc;

PromiseVersions promises() {
  const sla::PolicyInForce usual{{Target::of_hours(1), Target::of_hours(4), Target::of_business_days(2)},
                                 told::week()};
  PromiseVersions versions;
  versions.emplace(PolicyId{1}, PromiseTerms{.tiers = {TierTerms{usual}, {usual}, {usual}, {usual}},
                                             .desk_hours = told::week(),
                                             .goal = Target::of_minutes(30)});
  return versions;
}

/// The same afternoon of a ticket, with estimates in it or without.
struct Afternoon {
  told::Ticket with;
  told::Ticket without;

  void at(int hour, int minute = 0) { with.now = without.now = utc(2026, 11, 23, hour, minute); }
  void both(const TicketCommand& asked, const Actor& by = told::cora) {
    ASSERT_TRUE(with.ask(asked, by));
    ASSERT_TRUE(without.ask(asked, by));
  }
  void reply(std::optional<EstimateOffer> offered) {
    ASSERT_TRUE(with.ask(command::Reply{"Here is what it takes.", std::nullopt, std::move(offered)}));
    ASSERT_TRUE(without.ask(command::Reply{"Here is what it takes.", std::nullopt}));
  }
  void expect_same(const char* when) const {
    EXPECT_EQ(with.state.milestones, without.state.milestones) << when;
    EXPECT_EQ(with.state.status, without.state.status) << when;
    EXPECT_EQ(with.state.awaits_answer(), without.state.awaits_answer()) << when;
    EXPECT_EQ(with.state.assignee, without.state.assignee) << when;
    EXPECT_EQ(with.state.client_text, without.state.client_text) << when;
    const auto versions = promises();
    const auto one = standing_of(with.state, versions, with.now);
    const auto other = standing_of(without.state, versions, without.now);
    EXPECT_EQ(one.clocks.first_reply, other.clocks.first_reply) << when;
    EXPECT_EQ(one.clocks.next_reply, other.clocks.next_reply) << when;
    EXPECT_EQ(one.clocks.resolution, other.clocks.resolution) << when;
    EXPECT_EQ(one.goal, other.goal) << when;
    EXPECT_EQ(one.next_update, other.next_update) << when;
    EXPECT_EQ(one.next_due, other.next_due) << when;
    EXPECT_EQ(dues_of(with.state, one), dues_of(without.state, other)) << when;
  }
};

TEST(EstimateClocks, TheReplyItGoesWithAnswersAndADecisionAsksNothing) {
  Afternoon afternoon;
  afternoon.at(15);
  afternoon.both(command::ClientReply{"What would it cost?", {}}, nora);
  EXPECT_TRUE(afternoon.with.state.awaits_answer());
  afternoon.at(15, 30);
  afternoon.reply(offer());
  afternoon.expect_same("sent");
  EXPECT_FALSE(afternoon.with.state.awaits_answer());

  afternoon.at(16, 30);
  ASSERT_TRUE(afternoon.with.answer(1, EstimateAnswer::approved));
  afternoon.expect_same("approved");
  EXPECT_FALSE(afternoon.with.state.awaits_answer()) << "a decision is no message";
  const auto standing = standing_of(afternoon.with.state, promises(), afternoon.with.now);
  ASSERT_EQ(standing.clocks.next_reply.size(), 1U);
  EXPECT_FALSE(standing.clocks.next_reply[0].is_running());
  afternoon.at(23);
  afternoon.expect_same("later");
}

TEST(EstimateClocks, WhoeverOwesAnAnswerOwesItAfterADecisionAndAWithdrawal) {
  Afternoon afternoon;
  afternoon.at(15);
  afternoon.reply(offer("d1"));
  afternoon.at(15, 10);
  afternoon.both(command::ClientReply{"Does it include the app?", {}}, nora);
  afternoon.at(15, 20);
  ASSERT_TRUE(afternoon.with.answer(1, EstimateAnswer::declined));
  afternoon.expect_same("declined");
  EXPECT_TRUE(afternoon.with.state.awaits_answer());

  afternoon.at(15, 40);
  afternoon.reply(offer("d2"));
  afternoon.at(15, 50);
  afternoon.both(command::ClientReply{"And the shop?", {}}, nora);
  ASSERT_TRUE(afternoon.with.ask(command::WithdrawEstimate{2}));
  afternoon.expect_same("withdrawn");
  EXPECT_TRUE(afternoon.with.state.awaits_answer()) << "taking it back is no answer";
}

TEST(EstimateClocks, AWaitGoesOnAndAResolutionStandsWhateverIsDecided) {
  Afternoon afternoon;
  afternoon.at(15);
  afternoon.reply(offer("d1"));
  afternoon.both(command::Wait{});
  afternoon.at(16);
  ASSERT_TRUE(afternoon.with.answer(1, EstimateAnswer::approved));
  afternoon.expect_same("approved while waiting");
  afternoon.at(17);
  afternoon.both(command::Resolve{"It works again."});
  afternoon.reply(offer("d2"));
  afternoon.at(18);
  ASSERT_TRUE(afternoon.with.answer(2, EstimateAnswer::approved));
  afternoon.expect_same("approved when resolved");
  EXPECT_EQ(afternoon.with.state.resolved_at, utc(2026, 11, 23, 17));
}

TEST(EstimateClocks, AMergeEndsThemAllAlike) {
  Afternoon afternoon;
  afternoon.at(15);
  afternoon.reply(offer());
  afternoon.at(16);
  afternoon.both(command::Merge{{9}});
  afternoon.expect_same("merged");
  EXPECT_EQ(afternoon.with.state.ended_at, utc(2026, 11, 23, 16));
}

}  // namespace
}  // namespace punctual
