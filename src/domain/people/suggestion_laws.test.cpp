// Laws that hold for every suggestion: who is at work is counted apart, minute by minute.

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "domain/people/leave.h"
#include "domain/people/slow_rota.test.h"
#include "domain/people/suggestion.h"

namespace punctual::people {
namespace {

using std::chrono::days;
using std::chrono::minutes;

/// Candidates by chance over the people of a rota, and a ticket.
struct Chance {
  ChanceRota pod;
  Rota rota;
  std::vector<Candidate> candidates;
  TicketNeed need;
  Calendar desk_hours = Calendar::always(TimeZone::utc());

  Suggestions suggested() const { return suggest(need, candidates, desk_hours); }
};

std::vector<std::string> some_skills() {
  std::vector<std::string> skills;
  for (const auto* skill : {"php", "sql", "css"})
    if (*rc::gen::arbitrary<bool>()) skills.emplace_back(skill);
  return skills;
}

Chance chosen() {
  const auto where = chance::crowded_place();
  Chance made{chance::rota(where), {{}, {}, {}, Calendar::always(TimeZone::utc())}, {}, {}};
  made.rota = made.pod.rota();
  for (const auto& worker : made.rota.workers) {
    Candidate one;
    one.colleague = {worker.get(), static_cast<Role>(*rc::gen::inRange(0, 3)), *rc::gen::arbitrary<bool>(),
                     *rc::gen::arbitrary<bool>()};
    one.skills = some_skills();
    for (int* number :
         {&one.active_tickets, &one.resolved_for_client, &one.resolved_for_site, &one.given_in_7_days})
      *number = *rc::gen::inRange(0, 5);
    if (*rc::gen::arbitrary<bool>()) one.last_given = where.change - days{*rc::gen::inRange(1, 4)};
    made.candidates.push_back(std::move(one));
  }
  made.need = {.skills = some_skills(), .now = made.pod.over.opens + minutes{*rc::gen::inRange(0, 2 * 1440)}};
  if (*rc::gen::inRange(0, 4) > 0) made.need.due = made.need.now + minutes{*rc::gen::inRange(-60, 3 * 1440)};
  return made;
}

std::ptrdiff_t place_of(const Suggestions& suggestions, PersonId person) {
  return std::ranges::find(suggestions.candidates, person, &Suggestion::person) -
         suggestions.candidates.begin();
}

RC_GTEST_PROP(SuggestionLaws, NobodyAwayIsEverSuggested, ()) {
  const auto ticket = chosen();
  const auto made = ticket.suggested();
  const auto members = ticket.pod.slow_members();
  RC_ASSERT(made.candidates.size() == members.size());
  bool anybody = false;
  for (std::size_t i = 0; i < made.candidates.size(); ++i) {
    const auto& one = made.candidates[i];
    Seconds there{0};
    for (Instant t = ticket.need.now; t < made.until; t += minutes{1})
      if (members[static_cast<std::size_t>(one.person.value) - 1].has(t)) there += minutes{1};
    const auto enough = std::min(ticket.need.enough, made.until - ticket.need.now);
    RC_ASSERT(one.eligible == (there >= enough));
    anybody = anybody || one.eligible;
    RC_ASSERT(one.eligible == std::ranges::none_of(one.reasons, [](const Reason& reason) {
                return side_of(reason.kind) == Reason::Side::rules_out;
              }));
    // Who can have it comes first.
    RC_ASSERT((!one.eligible || i == 0 || made.candidates[i - 1].eligible));  // bare, all of it is evaluated
  }
  RC_ASSERT(made.escalates_to.has_value() == !anybody);
}

RC_GTEST_PROP(SuggestionLaws, WhomItEscalatesToIsAtWorkBeforeAnybodyElse, ()) {
  auto ticket = chosen();
  for (auto& one : ticket.candidates) one.skills.clear();
  ticket.need.enough = days{10};
  ticket.need.due = ticket.need.now + days{2};
  const auto made = ticket.suggested();
  if (!made.escalates_to || !made.escalates_to->person) return;
  const auto members = ticket.pod.slow_members();
  const auto there = [&](PersonId person, Instant t) {
    return members[static_cast<std::size_t>(person.value) - 1].has(t);
  };
  const auto last = std::min(made.escalates_to->at, ticket.pod.over.closes);
  for (Instant t = ticket.need.now; t < last; t += minutes{1})
    for (const auto& worker : ticket.rota.workers) RC_ASSERT(!there(worker->id, t));
  if (last < ticket.pod.over.closes) RC_ASSERT(there(made.escalates_to->person, last));
}

RC_GTEST_PROP(SuggestionLaws, TheOrderOfPeopleDoesNotMatter, ()) {
  auto ticket = chosen();
  const auto made = ticket.suggested();
  for (std::size_t i = ticket.candidates.size(); i > 1; --i)
    std::swap(ticket.candidates[i - 1],
              ticket.candidates[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
  const auto again = ticket.suggested();
  RC_ASSERT(again.escalates_to == made.escalates_to);
  for (std::size_t i = 0; i < made.candidates.size(); ++i) {
    RC_ASSERT(again.candidates[i].person == made.candidates[i].person);
    RC_ASSERT(again.candidates[i].reasons == made.candidates[i].reasons);
  }
}

RC_GTEST_PROP(SuggestionLaws, MoreToDoNeverImprovesARank, ()) {
  auto ticket = chosen();
  RC_PRE(!ticket.candidates.empty());
  auto& busier = ticket.candidates[static_cast<std::size_t>(
      *rc::gen::inRange(0, static_cast<int>(ticket.candidates.size())))];
  const auto before = place_of(ticket.suggested(), busier.colleague.id());
  (*rc::gen::arbitrary<bool>() ? busier.active_tickets : busier.given_in_7_days) += *rc::gen::inRange(1, 9);
  RC_ASSERT(place_of(ticket.suggested(), busier.colleague.id()) >= before);
}

RC_GTEST_PROP(SuggestionLaws, WhoLeavesTakesNothingOver, ()) {
  const auto ticket = chosen();
  RC_PRE(!ticket.rota.workers.empty());
  const auto& leaver = *ticket.rota.workers.front();
  const auto leave = leave_of(leaver.at_work, ticket.need.now);
  if (!leave || leave->returns == leave->leaves) return;
  const DueWhileAway due{.ticket = {1}, .first = leave->leaves + minutes{*rc::gen::inRange(0, 1440)}};
  const auto made = who_takes_over(*leave, leaver.id, due, ticket.need, ticket.candidates, ticket.desk_hours);
  RC_ASSERT(made.candidates.size() + 1 == ticket.candidates.size());
  RC_ASSERT(place_of(made, leaver.id) == std::ssize(made.candidates));
}

}  // namespace
}  // namespace punctual::people
