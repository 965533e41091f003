#include "domain/ticket/estimating.h"

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "domain/ticket/told_ticket.test.h"

namespace punctual {
namespace {

using std::chrono::days;
using testing::HasSubstr;
using told::offer;
using Outcome = EstimateOutcome;
using Reason = Refusal::Reason;

TEST(Estimating, AnEstimateIsAnEventAfterTheReplyItGoesWith) {
  told::Ticket ticket;
  const auto decision = ticket.estimate(offer());
  ASSERT_TRUE(decision);
  ASSERT_EQ(decision->events.size(), 2U);
  EXPECT_EQ(decision->events[0], TicketEvent(event::Replied{"Here is what it takes.", std::nullopt}));
  EXPECT_EQ(decision->events[1], TicketEvent(event::Estimated{offer(), 1}));
  ASSERT_EQ(ticket.state.estimates.size(), 1U);
  EXPECT_EQ(ticket.state.estimates[0], (Estimate{.number = 1,
                                                 .digest = "d1",
                                                 .covered = 120,
                                                 .extra = 180,
                                                 .price = 28'500,
                                                 .currency = "EUR",
                                                 .kinds = {"development", ""},
                                                 .expires_at = offer().expires_at,
                                                 .sent_at = ticket.now}));
}

TEST(Estimating, GoesBesideAnExpectationAndWithoutAReplyNowhere) {
  told::Ticket ticket;
  const Expectation expectation{{1}, "A plan.", "We look.", ticket.now + std::chrono::hours{1}};
  const auto both = ticket.ask(command::Reply{"With an update.", expectation, offer()});
  ASSERT_TRUE(both);
  EXPECT_EQ(both->events.size(), 2U);
  const auto wordless = ticket.ask(command::Reply{" ", std::nullopt, offer("d2")});
  ASSERT_FALSE(wordless);
  EXPECT_EQ(wordless.error().field, "body");
  const Expectation nobody{{99}, "A plan.", "We look.", ticket.now + std::chrono::hours{1}};
  const auto unexpected = ticket.ask(command::Reply{"With an update.", nobody, offer("d2")});
  ASSERT_FALSE(unexpected);
  EXPECT_EQ(unexpected.error().field, "expectation.assignee");
  EXPECT_EQ(ticket.state.estimates.size(), 1U) << "what is refused leaves nothing";
}

TEST(Estimating, GoesWithAReplyToAnOpenAWaitingAndAResolvedTicket) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("open")));
  ASSERT_TRUE(ticket.ask(command::Wait{}));
  ASSERT_TRUE(ticket.estimate(offer("waiting")));
  EXPECT_EQ(ticket.state.status, Status::waiting);
  ASSERT_TRUE(ticket.ask(command::Resolve{"It works again."}));
  ASSERT_TRUE(ticket.estimate(offer("resolved")));
  EXPECT_EQ(ticket.state.status, Status::resolved) << "work past the limit may be asked for afterwards";
  ASSERT_TRUE(ticket.ask(command::MarkSpam{}));
  const auto ended = ticket.estimate(offer("spam"));
  ASSERT_FALSE(ended);
  EXPECT_EQ(ended.error().reason, Reason::not_in_this_state);
}

struct Flaw {
  std::string field;
  std::function<void(EstimateOffer&)> make;
};

TEST(Estimating, WhatIsWrongWithAnOfferIsNamedAsTheApiNamesIt) {
  const Instant now = told::Ticket().now;
  const std::vector<Flaw> flaws{
      {"estimate.lines", [](auto& o) { o.lines.clear(); }},
      {"estimate.lines", [](auto& o) { o.lines.resize(51, o.lines[0]); }},
      {"estimate.lines[0].text", [](auto& o) { o.lines[0].text = " \n"; }},
      {"estimate.lines[1].text", [](auto& o) { o.lines[1].text = std::string(501, 'x'); }},
      {"estimate.lines[0].minutes", [](auto& o) { o.lines[0].minutes = 0; }},
      {"estimate.lines[0].minutes", [](auto& o) { o.lines[0].minutes = -60; }},
      {"estimate.lines[1].minutes", [](auto& o) { o.lines[1].minutes = 60'001; }},
      {"estimate.plan", [](auto& o) { o.plan = "\t"; }},
      {"estimate.plan", [](auto& o) { o.plan = std::string(10'001, 'x'); }},
      {"estimate.expires_at", [&](auto& o) { o.expires_at = now; }},
      {"estimate.expires_at", [&](auto& o) { o.expires_at = now + days{366} + Seconds{1}; }},
  };
  for (const Flaw& flaw : flaws) {
    told::Ticket ticket;
    auto flawed = offer();
    flaw.make(flawed);
    const auto refused = ticket.estimate(flawed);
    ASSERT_FALSE(refused) << flaw.field;
    EXPECT_EQ(refused.error().reason, Reason::invalid);
    EXPECT_EQ(refused.error().field, flaw.field);
    EXPECT_TRUE(refused.error().detail.ends_with("."));
  }
}

TEST(Estimating, TheMostThatMayBeIsAllowed) {
  told::Ticket ticket;
  auto most = offer();
  most.lines.assign(50, {std::string(500, 'x'), "", 60'000});
  most.plan = std::string(10'000, 'x');
  most.expires_at = ticket.now + days{366};
  EXPECT_TRUE(ticket.estimate(most));
  auto least = offer();
  least.lines = {{"x", "", 1}};
  least.plan = "x";
  least.expires_at = ticket.now + Seconds{1};
  least.covered = 7;
  EXPECT_TRUE(ticket.estimate(least)) << "rounding may make the sum of the lines another";
}

TEST(Estimating, AHundredOnATicketAreTheMost) {
  told::Ticket ticket;
  for (int n = 1; n <= 100; ++n) ASSERT_TRUE(ticket.estimate(offer("d" + std::to_string(n)))) << n;
  EXPECT_EQ(ticket.state.estimates.back().number, 100);
  const auto refused = ticket.estimate(offer("d101"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "estimate");
  EXPECT_TRUE(ticket.ask(command::Reply{"Without one.", std::nullopt}));
}

TEST(Estimating, ANewOneTakesThePlaceOfAPendingOneAndNoApprovalIsTakenBack) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("d1")));
  ASSERT_TRUE(ticket.answer(1, EstimateAnswer::approved));
  ASSERT_TRUE(ticket.estimate(offer("d2")));
  ASSERT_TRUE(ticket.answer(2, EstimateAnswer::declined));
  ASSERT_TRUE(ticket.estimate(offer("d3")));
  ASSERT_TRUE(ticket.ask(command::WithdrawEstimate{3}));
  ASSERT_TRUE(ticket.estimate(offer("d4")));
  ASSERT_TRUE(ticket.estimate(offer("d5")));
  ASSERT_TRUE(ticket.answer(5, EstimateAnswer::approved));
  std::vector<Outcome> outcomes;
  for (const Estimate& estimate : ticket.state.estimates) outcomes.push_back(estimate.outcome);
  EXPECT_EQ(outcomes, (std::vector{Outcome::approved, Outcome::declined, Outcome::withdrawn,
                                   Outcome::superseded, Outcome::approved}));
}

TEST(Estimating, OnlyWhatIsPendingCanBeWithdrawn) {
  told::Ticket ticket;
  for (const char* digest : {"d1", "d2", "d3", "d4"}) ASSERT_TRUE(ticket.estimate(offer(digest)));
  ASSERT_TRUE(ticket.ask(command::WithdrawEstimate{4}));
  EXPECT_EQ(ticket.journal.back().event, TicketEvent(event::EstimateWithdrawn{4}));
  EXPECT_EQ(ticket.outcome(4), Outcome::withdrawn);
  ASSERT_TRUE(ticket.estimate(offer("d5")));
  ASSERT_TRUE(ticket.answer(5, EstimateAnswer::approved));
  ASSERT_TRUE(ticket.estimate(offer("d6")));
  ASSERT_TRUE(ticket.answer(6, EstimateAnswer::declined));
  ASSERT_TRUE(ticket.estimate(offer("d7")));
  ticket.now = offer().expires_at;
  const auto version = ticket.state.version;
  const std::pair<int, const char*> refusals[] = {{3, "newer"},
                                                  {4, "withdrawn already"},
                                                  {5, "approved already"},
                                                  {6, "declined already"},
                                                  {7, "expired"}};
  for (const auto& [number, words] : refusals) {
    const auto refused = ticket.ask(command::WithdrawEstimate{number});
    ASSERT_FALSE(refused) << number;
    EXPECT_EQ(refused.error().reason, Reason::not_in_this_state);
    EXPECT_THAT(refused.error().detail, HasSubstr(words));
  }
  for (const int unknown : {-1, 0, 8}) {
    const auto refused = ticket.ask(command::WithdrawEstimate{unknown});
    ASSERT_FALSE(refused) << unknown;
    EXPECT_EQ(refused.error().reason, Reason::invalid);
    EXPECT_EQ(refused.error().field, "number");
  }
  EXPECT_EQ(ticket.state.version, version);
}

}  // namespace
}  // namespace punctual
