#include "desk/rota/time_off.h"

#include <algorithm>

#include "desk/access/actions.h"
#include "desk/rota/rota_audit.h"
#include "desk/rota/rota_mails.h"
#include "desk/rota/rota_rules.h"
#include "store/directory_changes.h"

namespace punctual::desk {
namespace {

using std::chrono::days;
using store::TimeOffRow;
using State = TimeOffRow::State;
using Why = RotaRefused::Why;

std::unexpected<RotaRefused> refuse(Why why, std::string detail) {
  return std::unexpected(RotaRefused{why, {}, std::move(detail)});
}

/// Two parts of one day need not.
bool overlap(const people::RotaChange& a, const people::RotaChange& b) {
  if (a.last < b.first || b.last < a.first) return false;
  return !a.hours || !b.hours || (a.hours->open < b.hours->close && b.hours->open < a.hours->close);
}

std::expected<TimeOffRow, RotaRefused> open_time_off(store::Session& session, TimeOffId id) {
  const auto row = store::find_time_off(session, id);
  if (!row) return refuse(Why::unknown, "There is no such request for time off.");
  if (row->state == State::declined || row->state == State::withdrawn)
    return refuse(Why::not_now, "It is " + std::string(to_text(row->state)) + " already.");
  return *row;
}

/// The swap that made it possible, unless a part of it has happened.
void withdraw_swap_of(const Desk& desk, store::Session& session, const TimeOffRow& row, PersonId by,
                      Instant now) {
  auto swap = store::find_swap_for(session, row.id);
  if (!swap || begun(*swap, desk.catalogue()->worker(swap->person), now)) return;
  swap->withdrawn_by = by;
  swap->withdrawn_at = now;
  store::withdraw_swap(session, swap->id, by, now);
  append_audit(session, event_of(*swap, "swap_withdrawn"), Actor::person(by), now);
  mail_swap(desk, session, swap->id, by, now);
}

}  // namespace

std::expected<TimeOffId, RotaRefused> ask_for_time_off(const Desk& desk, store::Session& session,
                                                       PersonId person, const people::RotaChange& change,
                                                       std::string note, Instant now) {
  const auto catalogue = desk.catalogue();
  if (!catalogue->person(person)) return refuse(Why::unknown, "There is no such person at work here.");
  if (auto wrong = problem_of(change, catalogue->worker(person), now))
    return std::unexpected(*std::move(wrong));
  int waiting = 0;
  for (const auto& row : store::read_requested_time_off(session)) {
    if (row.person != person) continue;
    ++waiting;
    if (overlap(row.change, change))
      return refuse(Why::not_now,
                    "You have asked for some of these days already; withdraw that request first.");
  }
  if (waiting >= most_waiting)
    return refuse(Why::not_now, std::to_string(waiting) +
                                    " requests of yours wait for an answer; withdraw one, or ask a manager.");
  if (store::count_time_off_asked(session, person, now - days{1}) >= most_asked_a_day)
    return refuse(Why::not_now, "You have asked for time off " + std::to_string(most_asked_a_day) +
                                    " times within a day; go on tomorrow, or ask a manager.");
  TimeOffRow row{
      .person = person, .change = change, .note = std::move(note), .asked_by = person, .asked_at = now};
  row.id = store::insert_time_off(session, row);
  append_audit(session, event_of(row, "time_off_requested"), Actor::person(person), now);
  mail_time_off(desk, session, row, person, now);
  return row.id;
}

std::expected<void, RotaRefused> decline_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                  std::string answer, PersonId by, Instant now) {
  auto row = open_time_off(session, id);
  if (!row) return std::unexpected(row.error());
  if (row->state != State::requested)
    return refuse(Why::not_now, "It is granted already; ask them to withdraw it.");
  row->state = State::declined;
  row->decided_by = by;
  row->decided_at = now;
  row->answer = std::move(answer);
  store::write_time_off(session, *row);
  append_audit(session, event_of(*row, "time_off_declined"), Actor::person(by), now);
  mail_time_off(desk, session, *row, by, now);
  return {};
}

std::expected<void, RotaRefused> withdraw_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                   PersonId by, people::Role role, Instant now) {
  auto row = open_time_off(session, id);
  if (!row) return std::unexpected(row.error());
  // An absence is not undone by who is absent.
  if (row->asked_by != by && !may(role, Action::change_rota))
    return refuse(Why::not_allowed, "Somebody else asked for it or recorded it; ask them, or a manager.");
  const auto catalogue = desk.catalogue();
  const auto& worker = catalogue->worker(row->person);
  if (over(row->change, worker, now)) return refuse(Why::not_now, "It is over; what happened stays.");
  const bool granted = row->state == State::granted;
  const Date today = worker.at_work.zone().date(now);
  const bool ends = granted && row->change.first < today;
  if (ends)
    row->change.last = today - days{1};
  else
    row->state = State::withdrawn;
  row->withdrawn_by = by;
  row->withdrawn_at = now;
  store::write_time_off(session, *row);
  append_audit(session, event_of(*row, ends ? "time_off_ended" : "time_off_withdrawn"), Actor::person(by),
               now);
  if (granted) {
    withdraw_swap_of(desk, session, *row, by, now);
    store::move_directory_version(session);
  }
  mail_time_off(desk, session, *row, by, now);
  return {};
}

}  // namespace punctual::desk
