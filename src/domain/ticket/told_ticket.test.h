#pragma once

// A ticket in memory, as commands make it, on Monday 23 November 2026 in New York.

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/ticket/decide.h"
#include "domain/time/zones.test.h"

namespace punctual::told {

using zones::utc;

inline const Actor cora = Actor::person({1});
inline const Actor nora = Actor::contact({7});

/// Monday to Friday, 8 to 5, New York.
inline Calendar week() {
  BusinessHours hours;
  hours.zone = "America/New_York";
  for (std::size_t day = 0; day < 5; ++day) hours.weekly[day] = {{8 * 60, 17 * 60}};
  return Calendar::compile(std::move(hours), zones::new_york());
}

/// Five hours of work, three of them beyond the allowance, open for two weeks.
inline EstimateOffer offer(std::string digest = "d1") {
  return {.lines = {{"Move the checkout to the new provider.", "development", 240},
                    {"Try every kind of card.", "", 60}},
          .plan = "We move the checkout and try it with you before it goes live.",
          .covered = 120,
          .extra = 180,
          .price = 28'500,
          .currency = "EUR",
          .expires_at = utc(2026, 12, 7, 22),
          .digest = std::move(digest)};
}

/// Nora of Harbour Bakery wrote in at nine, Cora triaged it to tier 2 and answered.
class Ticket {
 public:
  Ticket() {
    event::Submitted request;
    request.contact = {7};
    request.contact_name = "Nora Quist";
    request.description = "Nobody can pay.";
    request.impact = Impact::degraded;
    request.policy = {1};
    happen(request, nora);
    ask(command::Triage{2, north_[0], {1}});
    ask(command::Reply{"On it.", Expectation{{1}, "A plan.", "We look.", utc(2026, 11, 23, 16)}});
  }

  /// What the desk answers, and what happens if it agrees; by Cora unless somebody else is named.
  std::expected<Decision, Refusal> ask(const TicketCommand& asked, const Actor& by = cora) {
    auto decision = decide(state, asked, terms(), now);
    if (decision)
      for (const TicketEvent& event : decision->events) happen(event, by);
    return decision;
  }
  std::expected<Decision, Refusal> estimate(EstimateOffer offered) {
    return ask(command::Reply{"Here is what it takes.", std::nullopt, std::move(offered)});
  }
  std::expected<Decision, Refusal> answer(int number, EstimateAnswer answer,
                                          std::string name = "Nora Quist") {
    const Estimate* shown = state.find_estimate(number);
    return ask(command::DecideEstimate{number, shown ? shown->digest : "", answer, std::move(name)}, nora);
  }
  EstimateOutcome outcome(int number) const { return state.find_estimate(number)->outcome; }

  TicketState state;
  std::vector<Recorded> journal;
  Instant now = utc(2026, 11, 23, 14);

 private:
  Terms terms() const { return {.people = people_, .pods = north_, .zone = nullptr}; }
  void happen(const TicketEvent& event, const Actor& by) {
    journal.push_back({state.version + 1, now, by, event});
    state = evolve(std::move(state), journal.back());
  }

  std::array<PodId, 1> north_{PodId{1}};
  std::array<Assignable, 1> people_{Assignable{{1}, "Cora Lindqvist", true, week(), {{1}}}};
};

}  // namespace punctual::told
