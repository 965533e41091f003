#include "domain/ticket/redaction.h"

#include <gtest/gtest.h>

#include <string>

#include "domain/ticket/told_ticket.test.h"

namespace punctual {
namespace {

using told::offer;

const event::EstimateDecided decided{1, "d1", EstimateAnswer::approved, "Nora Quist"};

TEST(Redaction, AnEstimateAsAMessageLosesItsWordsAndKeepsWhatItFoldsTo) {
  const auto left = without_words(event::Estimated{offer(), 1}, Redaction::message);
  ASSERT_TRUE(left);
  event::Estimated expected{offer(), 1};
  expected.plan = redacted_words;
  for (EstimateLine& line : expected.lines) line.text = redacted_words;
  EXPECT_EQ(*left, TicketEvent(expected));
  EXPECT_FALSE(without_words(*left, Redaction::message)) << "nothing is left to go";

  told::Ticket ticket;
  ASSERT_TRUE(ticket.estimate(offer()));
  ASSERT_TRUE(ticket.answer(1, EstimateAnswer::approved));
  auto journal = ticket.journal;
  for (Recorded& recorded : journal)
    if (std::holds_alternative<event::Estimated>(recorded.event)) recorded.event = *left;
  EXPECT_EQ(fold(journal).estimates, ticket.state.estimates) << "what was approved stands";
}

TEST(Redaction, AnEstimateIsTheDesksAndADecisionItsContacts) {
  EXPECT_FALSE(without_words(event::Estimated{offer(), 1}, Redaction::person));
  for (const Redaction redaction : {Redaction::message, Redaction::person}) {
    const auto left = without_words(decided, redaction);
    ASSERT_TRUE(left);
    EXPECT_EQ(*left, TicketEvent(event::EstimateDecided{1, "d1", EstimateAnswer::approved,
                                                        std::string(redacted_words)}));
    EXPECT_FALSE(without_words(*left, redaction)) << "nothing is left to go";
  }
}

TEST(Redaction, AWithdrawalHasNoWords) {
  for (const Redaction redaction : {Redaction::message, Redaction::person})
    EXPECT_FALSE(without_words(event::EstimateWithdrawn{1}, redaction));
}

}  // namespace
}  // namespace punctual
