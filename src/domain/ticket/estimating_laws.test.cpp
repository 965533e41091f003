#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/ticket/told_ticket.test.h"

namespace punctual {
namespace {

using told::nora;
using Answer = EstimateAnswer;
using Outcome = EstimateOutcome;

int number(int from, int to) {
  return *rc::gen::inRange(from, to);
}

Answer any_answer() {
  return *rc::gen::element(Answer::approved, Answer::declined);
}

std::string anybody() {
  return *rc::gen::element(std::string("Nora Quist"), std::string("Ann Quist"), std::string(" "));
}

/// Something that is asked of the ticket, whether or not it makes sense.
void ask_anything(told::Ticket& ticket) {
  const int newest = static_cast<int>(ticket.state.estimates.size());
  const int some = number(0, newest + 2);
  const std::string digest = "d" + std::to_string(number(0, 5) > 0 ? some : number(0, newest + 2));
  switch (number(0, 12)) {
    case 0:
    case 1:
    case 2: {
      auto offered = told::offer("d" + std::to_string(newest + 1));
      offered.expires_at = ticket.now + Seconds{number(1, 400)};
      ticket.estimate(offered);
      break;
    }
    case 3:
      ticket.ask(command::WithdrawEstimate{some});
      break;
    case 4:
      ticket.ask(command::Resolve{"It works again."});
      break;
    case 5:
      ticket.ask(command::ClientReply{"And this?", {}}, nora);
      break;
    case 6:
      if (number(0, 8) == 0) ticket.ask(command::Merge{{9}});
      break;
    default:
      ticket.ask(command::DecideEstimate{some, digest, any_answer(), anybody()}, nora);
  }
  ticket.now += Seconds{number(0, 120)};
}

/// What became of each estimate as the journal has it: the first that names it, or a newer one, says.
std::map<int, Outcome> first_said(const std::vector<Recorded>& journal) {
  std::map<int, Outcome> said;
  for (const Recorded& recorded : journal) {
    if (const auto* sent = std::get_if<event::Estimated>(&recorded.event))
      for (int earlier = 1; earlier < sent->number; ++earlier) said.try_emplace(earlier, Outcome::superseded);
    if (const auto* decided = std::get_if<event::EstimateDecided>(&recorded.event))
      said.try_emplace(decided->number, outcome_of(decided->answer));
    if (const auto* withdrawn = std::get_if<event::EstimateWithdrawn>(&recorded.event))
      said.try_emplace(withdrawn->number, Outcome::withdrawn);
  }
  return said;
}

RC_GTEST_PROP(EstimateLaws, OfAllThatIsDecidedOnAVersionOneOutcomeStands, ()) {
  told::Ticket ticket;
  ticket.estimate(told::offer());
  std::optional<std::pair<Answer, std::string>> first;
  for (int tries = number(1, 30); tries > 0; --tries) {
    const auto answer = any_answer();
    const auto name = anybody();
    const bool withdraw = number(0, 20) == 0;
    const auto before = ticket.outcome(1);
    const auto done = withdraw ? ticket.ask(command::WithdrawEstimate{1}) : ticket.answer(1, answer, name);
    if (before != Outcome::pending) {
      RC_ASSERT(ticket.outcome(1) == before);
      RC_ASSERT(done.has_value() == (!withdraw && first == std::pair(answer, name)));
      if (done) RC_ASSERT(done->events.empty());
      continue;
    }
    RC_ASSERT(done.has_value() == (withdraw || name != " "));
    RC_ASSERT((ticket.outcome(1) != Outcome::pending) == done.has_value());
    if (done && !withdraw) first = {answer, name};
  }
  const auto settling = std::ranges::count_if(ticket.journal, [](const Recorded& recorded) {
    return std::holds_alternative<event::EstimateDecided>(recorded.event) ||
           std::holds_alternative<event::EstimateWithdrawn>(recorded.event);
  });
  RC_ASSERT(settling == (ticket.outcome(1) == Outcome::pending ? 0 : 1));
}

RC_GTEST_PROP(EstimateLaws, WhatIsAskedOfATicketSettlesEachEstimateOnceAndForGood, ()) {
  told::Ticket ticket;
  for (int steps = number(1, 60); steps > 0; --steps) {
    const auto before = ticket.state.estimates;
    ask_anything(ticket);
    for (const Estimate& earlier : before)
      if (earlier.outcome != Outcome::pending)
        RC_ASSERT(*ticket.state.find_estimate(earlier.number) == earlier);
  }
  const auto& estimates = ticket.state.estimates;
  const auto said = first_said(ticket.journal);
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    const Estimate& estimate = estimates[i];
    const auto found = said.find(estimate.number);
    RC_ASSERT(estimate.number == static_cast<int>(i) + 1);
    RC_ASSERT(estimate.outcome == (found == said.end() ? Outcome::pending : found->second));
    RC_ASSERT(estimate.outcome != Outcome::pending || i + 1 == estimates.size());
    const bool decided = estimate.outcome == Outcome::approved || estimate.outcome == Outcome::declined;
    RC_ASSERT(decided == estimate.decided_at.has_value());
    if (decided)
      RC_ASSERT(estimate.sent_at <= *estimate.decided_at && *estimate.decided_at < estimate.expires_at &&
                estimate.decided_by != " ");
  }
  std::map<int, int> settling;
  for (const Recorded& recorded : ticket.journal) {
    if (const auto* decided = std::get_if<event::EstimateDecided>(&recorded.event)) {
      RC_ASSERT(decided->digest == "d" + std::to_string(decided->number));
      ++settling[decided->number];
    }
    if (const auto* withdrawn = std::get_if<event::EstimateWithdrawn>(&recorded.event))
      ++settling[withdrawn->number];
  }
  for (const auto& [which, times] : settling) RC_ASSERT(times == 1);
  RC_ASSERT(fold(ticket.journal).estimates == estimates);
}

}  // namespace
}  // namespace punctual
