#include <gmock/gmock.h>

#include <string>

#include "domain/ticket/estimating.h"
#include "domain/ticket/told_ticket.test.h"

namespace punctual {
namespace {

using testing::HasSubstr;
using told::nora;
using told::offer;
using Answer = EstimateAnswer;
using Outcome = EstimateOutcome;
using Reason = Refusal::Reason;

/// Refused because of how the estimate stands, in such words.
void expect_settled(const std::expected<Decision, Refusal>& answered, const char* words) {
  ASSERT_FALSE(answered) << words;
  EXPECT_EQ(answered.error().reason, Reason::not_in_this_state);
  EXPECT_THAT(answered.error().detail, HasSubstr(words));
}

TEST(EstimateDecision, IsKeptWithTheVersionAndTheNameItWasGivenUnder) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer()));
  ticket.now += std::chrono::minutes{20};
  ASSERT_TRUE(ticket.answer(1, Answer::approved, "Nora Quist, owner"));
  EXPECT_EQ(ticket.journal.back().event,
            TicketEvent(event::EstimateDecided{1, "d1", Answer::approved, "Nora Quist, owner"}));
  const Estimate& decided = ticket.state.estimates[0];
  EXPECT_EQ(decided.outcome, Outcome::approved);
  EXPECT_EQ(decided.decided_at, ticket.now);
  EXPECT_EQ(decided.decided_by, "Nora Quist, owner");
  EXPECT_EQ(decided.extra, 180);
  EXPECT_EQ(ticket.state.last_actor, nora) << "the queue says who did something last";
  EXPECT_EQ(ticket.state.last_at, ticket.now);
}

TEST(EstimateDecision, IsPossibleWhileTheTicketIsOpenWaitsOrIsResolvedAndMovesNothing) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("d1")));
  ASSERT_TRUE(ticket.answer(1, Answer::declined));
  EXPECT_EQ(ticket.state.status, Status::open);
  ASSERT_TRUE(ticket.estimate(offer("d2")));
  ASSERT_TRUE(ticket.ask(command::Wait{}));
  ASSERT_TRUE(ticket.answer(2, Answer::approved));
  EXPECT_EQ(ticket.state.status, Status::waiting);
  ASSERT_TRUE(ticket.estimate(offer("d3")));
  ASSERT_TRUE(ticket.ask(command::Resolve{"It works again."}));
  ASSERT_TRUE(ticket.answer(3, Answer::approved));
  EXPECT_EQ(ticket.state.status, Status::resolved);
}

TEST(EstimateDecision, AnEndTakesNoneAndLeavesWhatIsPendingAsItIs) {
  for (const TicketCommand& end : {TicketCommand(command::MarkSpam{}), TicketCommand(command::Merge{{9}})}) {
    told::Ticket ticket;
    ASSERT_TRUE(ticket.estimate(offer()));
    ASSERT_TRUE(ticket.ask(end));
    expect_settled(ticket.answer(1, Answer::approved), "ended");
    EXPECT_FALSE(ticket.ask(command::WithdrawEstimate{1}));
    EXPECT_EQ(ticket.outcome(1), Outcome::pending);
  }
}

TEST(EstimateDecision, ReopeningLeavesItAsItIs) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("d1")));
  ASSERT_TRUE(ticket.answer(1, Answer::approved));
  ASSERT_TRUE(ticket.estimate(offer("d2")));
  ASSERT_TRUE(ticket.ask(command::Resolve{"It works again."}));
  ASSERT_TRUE(ticket.ask(command::Reopen{}));
  EXPECT_EQ(ticket.outcome(1), Outcome::approved);
  EXPECT_TRUE(ticket.answer(2, Answer::declined));
}

TEST(EstimateDecision, NamesAnEstimateThatIsThere) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer()));
  for (const int number : {-1, 0, 2}) {
    const auto refused = ticket.ask(command::DecideEstimate{number, "d1", Answer::approved, "Nora"}, nora);
    ASSERT_FALSE(refused) << number;
    EXPECT_EQ(refused.error().reason, Reason::invalid);
    EXPECT_EQ(refused.error().field, "number");
  }
}

TEST(EstimateDecision, IsOfTheVersionShownAndNoOther) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("d1")));
  for (const char* other : {"", "d", "d2", "D1"})
    expect_settled(ticket.ask(command::DecideEstimate{1, other, Answer::approved, "Nora"}, nora),
                   "replaced meanwhile; look at the newest");
  EXPECT_EQ(ticket.outcome(1), Outcome::pending);
  ASSERT_TRUE(ticket.estimate(offer("d2")));
  expect_settled(ticket.answer(1, Answer::approved), "taken the place of this one");
  EXPECT_TRUE(ticket.answer(2, Answer::approved));
}

TEST(EstimateDecision, OfWhatWasWithdrawnIsRefused) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer()));
  ASSERT_TRUE(ticket.ask(command::WithdrawEstimate{1}));
  expect_settled(ticket.answer(1, Answer::approved), "withdrawn");
}

TEST(EstimateDecision, ExpiresWithTheInstantItNames) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("d1")));
  ticket.now = offer().expires_at;
  expect_settled(ticket.answer(1, Answer::approved), "expired; ask for a new one");
  EXPECT_EQ(ticket.outcome(1), Outcome::pending) << "nothing happened";
  EXPECT_TRUE(ticket.state.estimates[0].has_expired(ticket.now));
  ticket.now -= Seconds{1};
  EXPECT_FALSE(ticket.state.estimates[0].has_expired(ticket.now));
  EXPECT_TRUE(ticket.answer(1, Answer::approved));
}

TEST(EstimateDecision, AnExpiredOneThatWasReplacedSaysWhereTheNewOneIs) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer("d1")));
  ticket.now = offer().expires_at + Seconds{1};
  auto later = offer("d2");
  later.expires_at = ticket.now + std::chrono::days{1};
  ASSERT_TRUE(ticket.estimate(later));
  expect_settled(ticket.answer(1, Answer::approved), "newest");
}

TEST(EstimateDecision, StandsOnce) {
  for (const Answer first : {Answer::approved, Answer::declined}) {
    told::Ticket ticket;
    ASSERT_TRUE(ticket.estimate(offer()));
    ASSERT_TRUE(ticket.answer(1, first));
    const auto decided = ticket.state.estimates;
    const char* words = first == Answer::approved ? "approved already" : "declined already";
    const Answer other = first == Answer::approved ? Answer::declined : Answer::approved;
    expect_settled(ticket.answer(1, other), words);
    expect_settled(ticket.answer(1, first, "Ann Quist"), words);
    EXPECT_EQ(ticket.state.estimates, decided);
  }
}

TEST(EstimateDecision, SentTwiceIsOneEvenWhenItHasExpiredSince) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer()));
  ASSERT_TRUE(ticket.answer(1, Answer::approved));
  const auto once = ticket.journal.size();
  ticket.now = offer().expires_at + Seconds{1};
  const auto again = ticket.answer(1, Answer::approved);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->events.empty());
  EXPECT_EQ(ticket.journal.size(), once);
}

TEST(EstimateDecision, IsTakenByNameOnOneLine) {
  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer()));
  const std::string wrong[] = {"",
                               "  ",
                               std::string(201, 'x'),
                               "Nora\nQuist",
                               "Nora\tQuist",
                               "Nora\x7fQuist",
                               "Nora\u2028Quist",
                               "Nora\u0085Quist"};
  for (const auto& name : wrong) {
    const auto refused = ticket.answer(1, Answer::approved, name);
    ASSERT_FALSE(refused) << name;
    EXPECT_EQ(refused.error().reason, Reason::invalid);
    EXPECT_EQ(refused.error().field, "name");
  }
  EXPECT_TRUE(ticket.answer(1, Answer::approved, "Zoë " + std::string(195, 'x')));
}

}  // namespace
}  // namespace punctual
