#include "desk/rota/hand_offs.h"

#include <algorithm>

#include "domain/calendar/sentences.h"
#include "domain/people/suggestion_sentences.h"
#include "store/journal.h"
#include "store/rota.h"

namespace punctual::desk {
namespace {

using people::Going;
using people::Leave;
using people::Reason;

/// What speaks for somebody, or to whom it escalates.
void suggest(LeftTicket& left, const Catalogue& catalogue) {
  const auto& suggestions = left.suggestions;
  if (suggestions.escalates_to) {
    const auto* person = catalogue.person(suggestions.escalates_to->person);
    left.why = people::escalation_sentence(suggestions, catalogue.zone(), person ? person->name : "");
    return;
  }
  const auto& best = suggestions.candidates.front();
  left.suggested = best.person;
  const auto sentences = people::suggestion_sentences(best, catalogue.zone());
  for (std::size_t i = 0; i < sentences.size(); ++i)
    if (side_of(best.reasons[i].kind) == Reason::Side::speaks_for)
      left.why += (left.why.empty() ? "" : " ") + sentences[i];
}

}  // namespace

HandOffReader::HandOffReader(const Catalogue& catalogue, store::Session& session, Instant now)
    : catalogue_(catalogue), session_(session), now_(now) {}

std::vector<people::KnownAbsence> HandOffReader::absences(PersonId person) {
  if (!absences_) {
    absences_.emplace();
    const auto yesterday = catalogue_.zone().date(now_) - std::chrono::days{1};
    for (const auto& row : store::read_time_off(session_, yesterday))
      if (row.state == store::TimeOffRow::State::granted)
        (*absences_)[row.person].push_back({row.change, row.decided_at.value_or(row.asked_at)});
  }
  return (*absences_)[person];
}

std::optional<Going> HandOffReader::going(PersonId id) {
  const auto* person = catalogue_.person(id);
  if (!person || !person->active) return std::nullopt;
  const auto& worker = catalogue_.worker(id);
  auto going = people::going_at(worker, absences(id), now_);
  if (!going || going->leave.leaves > now_) return going;
  // Their hours changed while they were away and they come back later than was settled: that is a sudden
  // leave from when they were to be back.
  const auto earlier = [](const std::optional<Instant>& a, const std::optional<Instant>& b) {
    return a && (!b || *a < *b);
  };
  for (auto settled = store::find_hand_off(session_, id, going->leave.leaves);
       settled && settled->settled_at && settled->returns > settled->leaves &&
       earlier(settled->returns, going->leave.returns);
       settled = store::find_hand_off(session_, id, going->leave.leaves)) {
    going->leave.leaves = *settled->returns;
    going->sudden = true;
  }
  return going;
}

/// What is due next may be due before they leave; only then are the others looked for.
people::HeldTicket HandOffReader::held(const store::HeldTicketRow& row, const Leave& away) {
  if (away.misses(row.next_due)) return {row.id, {row.next_due}};
  people::HeldTicket held{row.id, {}};
  const auto ticket = fold(store::read_journal(session_, row.id));
  for (const NextDue& next : dues_of(ticket, standing_of(ticket, catalogue_.promises(), now_)))
    if (next.due) held.dues.push_back(*next.due);
  return held;
}

std::vector<people::DueWhileAway> HandOffReader::due(PersonId person, const Going& going, Given given) {
  Leave away = going.leave;
  if (going.sudden) away.leaves = Instant::min();
  std::vector<people::HeldTicket> tickets;
  for (const auto& row : store::held_tickets(session_, person, away.returns,
                                             given == Given::whenever ? now_ : going.leave.leaves))
    tickets.push_back(held(row, away));
  return people::due_while_away(away, tickets);
}

std::vector<LeftTicket> HandOffReader::left(PersonId person, const Going& going,
                                            std::span<const people::DueWhileAway> all) {
  std::vector<LeftTicket> left;
  Leave ahead = going.leave;
  ahead.leaves = std::max(ahead.leaves, now_);
  for (const auto& due : all) {
    if (!candidates_) candidates_.emplace(catalogue_, session_, now_);
    auto ticket = store::find_ticket(session_, due.ticket).value();
    auto suggestions = people::who_takes_over(ahead, person, due, need_of(catalogue_, ticket, now_),
                                              candidates_->of(ticket), catalogue_.hours());
    left.push_back({std::move(ticket), due, std::move(suggestions), {}, {}});
    suggest(left.back(), catalogue_);
  }
  return left;
}

std::vector<HandOff> open_hand_offs(const Catalogue& catalogue, store::Session& session, Instant now,
                                    const std::function<bool(PersonId)>& of) {
  HandOffReader reader(catalogue, session, now);
  std::vector<HandOff> open;
  for (const PersonId person : store::people_with_tickets(session)) {
    const auto going = of(person) ? reader.going(person) : std::nullopt;
    if (!going) continue;
    const auto due = reader.due(person, *going, HandOffReader::Given::whenever);
    if (due.empty()) continue;
    const auto listed = std::span(due).first(std::min(due.size(), most_left));
    open.push_back({person, *going, store::find_hand_off(session, person, going->leave.leaves),
                    reader.left(person, *going, listed), due.size() - listed.size()});
  }
  std::ranges::sort(open, {},
                    [](const HandOff& one) { return std::pair(one.going.leave.leaves, one.person); });
  return open;
}

std::size_t count_left(const Catalogue& catalogue, store::Session& session, Instant now,
                       const std::function<bool(PersonId)>& of) {
  HandOffReader reader(catalogue, session, now);
  std::size_t count = 0;
  for (const PersonId person : store::people_with_tickets(session))
    if (const auto going = of(person) ? reader.going(person) : std::nullopt)
      count += reader.due(person, *going, HandOffReader::Given::whenever).size();
  return count;
}

UntoldHandOffs untold_hand_offs(const Catalogue& catalogue, store::Session& session, Instant now) {
  HandOffReader reader(catalogue, session, now);
  UntoldHandOffs untold;
  const auto look_again = [&](Instant t) { untold.next = untold.next ? std::min(*untold.next, t) : t; };
  for (const PersonId person : store::people_with_tickets(session)) {
    const auto going = reader.going(person);
    if (!going) continue;
    const Leave& leave = going->leave;
    if (leave.leaves > now) look_again(leave.leaves);
    const auto told_at = going->sudden ? now : people::told_at(leave);
    if (leave.leaves > now && told_at > now) {
      look_again(told_at);
    } else if (!store::find_hand_off(session, person, leave.leaves)) {
      auto left =
          reader.left(person, *going, reader.due(person, *going, HandOffReader::Given::before_they_left));
      // Until they leave there may be something to tell; then it is looked at for the last time.
      if (!left.empty() || leave.leaves <= now)
        untold.hand_offs.push_back({person, *going, std::nullopt, std::move(left)});
    }
  }
  return untold;
}

std::string away_words(const Catalogue& catalogue, PersonId id, const Leave& leave, Instant now) {
  const auto when = [&](Instant t) { return spoken(t, catalogue.zone(), ClockFace::of_24_hours); };
  const auto* person = catalogue.person(id);
  const auto name = person ? person->name : "Who had it";
  const auto from = leave.leaves > now ? " from " + when(leave.leaves) : "";
  if (!leave.returns) return name + " is away" + from + (from.empty() ? " for good." : " on.");
  return name + " is away" + from + (from.empty() ? " until " : " to ") + when(*leave.returns) + ".";
}

}  // namespace punctual::desk
