#include "desk/rota/carry_out.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "desk/rota/rota_mails.h"
#include "desk/rota/rota_rules.h"
#include "desk/versions.h"
#include "store/directory_changes.h"
#include "store/hours_json.h"
#include "store/journal.h"
#include "store/json/write.h"

namespace punctual::desk {
namespace {

using store::TimeOffRow;
using State = TimeOffRow::State;
using Why = RotaRefused::Why;

struct ChangedJson {
  json::Raw what;     ///< the row or the value as it now is
  json::Raw knowing;  ///< the gaps it was done in the knowledge of; []: none
};
BOOST_DESCRIBE_STRUCT(ChangedJson, (), (what, knowing))

struct PodJson {
  std::vector<PersonId> members;
  std::optional<PersonId> lead;
  int needed = 1;
};
BOOST_DESCRIBE_STRUCT(PodJson, (), (members, lead, needed))

struct MovedJson {
  PodId pod;  ///< 0: none
};
BOOST_DESCRIBE_STRUCT(MovedJson, (), (pod))

struct TimeOffJson {
  TimeOffId time_off;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(TimeOffJson, (), (time_off, state))

struct SwapJson {
  SwapId swap;
  std::string state;
};
BOOST_DESCRIBE_STRUCT(SwapJson, (), (swap, state))

std::unexpected<RotaRefused> refuse(Why why, std::string detail) {
  return std::unexpected(RotaRefused{why, {}, std::move(detail)});
}

/// Writes one edit; what it may be was looked at before.
struct Writing {
  const Desk& desk;
  store::Session& session;
  const RotaLook& look;
  PersonId by;
  Instant now;
  std::string knowing = look.view.opens.empty() ? "[]" : as_known(look.view);

  template <class Json>
  void record(std::string_view subject, std::int64_t id, std::string_view type, const Json& what) {
    store::append_audit(session, subject, id, type, now, Actor::person(by),
                        json::to_json(ChangedJson{{json::to_json(what)}, {knowing}}));
    store::move_directory_version(session);
  }

  std::optional<std::string> known() const {
    return look.view.opens.empty() ? std::nullopt : std::optional(knowing);
  }

  SwapId insert(const edit::Swap& swap, std::optional<TimeOffId> for_time_off) {
    const SwapId id = store::insert_swap(session, {.person = swap.person,
                                                   .on = swap.on,
                                                   .off = swap.off,
                                                   .note = swap.note,
                                                   .time_off = for_time_off,
                                                   .made_by = by,
                                                   .made_at = now,
                                                   .knowing = known()});
    record("person", swap.person.value, "swap_agreed", SwapJson{id, "agreed"});
    mail_swap(desk, session, id, by, now);
    return id;
  }

  RotaDone operator()(const edit::GrantTimeOff& grant) {
    auto row = store::find_time_off(session, grant.id).value();
    row.state = State::granted;
    row.decided_by = by;
    row.decided_at = now;
    row.answer = grant.answer;
    row.knowing = known();
    store::write_time_off_decision(session, row);
    record("person", row.person.value, "time_off_granted", TimeOffJson{row.id, "granted"});
    mail_time_off(desk, session, row, by, now);
    RotaDone done{.time_off = grant.id};
    if (grant.swap) done.swap = insert(*grant.swap, grant.id);
    return done;
  }

  RotaDone operator()(const edit::RecordAbsence& absence) {
    const TimeOffRow row{.person = absence.person,
                         .change = absence.change,
                         .note = absence.note,
                         .state = State::granted,
                         .asked_by = by,
                         .asked_at = now,
                         .decided_by = by,
                         .decided_at = now,
                         .knowing = known()};
    const TimeOffId id = store::insert_time_off(session, row);
    record("person", absence.person.value, "absence_recorded", TimeOffJson{id, "granted"});
    return {.time_off = id};
  }

  RotaDone operator()(const edit::Swap& swap) { return {.swap = insert(swap, std::nullopt)}; }

  RotaDone operator()(const edit::WithdrawSwap& withdrawn) {
    const auto row = store::find_swap(session, withdrawn.id).value();
    store::withdraw_swap(session, row.id, by, now);
    record("person", row.person.value, "swap_withdrawn", SwapJson{row.id, "withdrawn"});
    mail_swap(desk, session, row.id, by, now);
    return {.swap = row.id};
  }

  RotaDone operator()(const edit::ChangeWeek& change) {
    auto row = store::find_person(session, change.person).value();
    row.hours = with_week(std::move(row.hours), change.week);
    store::write_person(session, row);
    record("person", row.id.value, "week_changed", json::Raw{store::hours_to_json(row.hours)});
    return {};
  }

  RotaDone operator()(const edit::ChangePod& change) {
    auto row = *look.catalogue->pod(change.pod);
    row.members = change.members;
    row.lead = change.lead;
    row.needed = change.needed;
    store::write_pod(session, row);
    store::set_members(session, row.id, row.members);
    record("pod", row.id.value, "changed", PodJson{change.members, change.lead, change.needed});
    return {};
  }

  RotaDone operator()(const edit::MoveClient& change) {
    auto row = *look.catalogue->client(change.client);
    row.pod = change.pod;
    store::write_client(session, row);
    record("client", row.id.value, "moved", MovedJson{change.pod.value_or(PodId{})});
    return {};
  }
};

std::expected<TimeOffRow, RotaRefused> open_time_off(store::Session& session, TimeOffId id) {
  const auto row = store::find_time_off(session, id);
  if (!row) return refuse(Why::unknown, "There is no such request for time off.");
  if (row->state == State::declined || row->state == State::withdrawn)
    return refuse(Why::not_now, "It is " + std::string(to_text(row->state)) + " already.");
  return *row;
}

void decide(store::Session& session, TimeOffRow& row, State state, PersonId by, Instant now) {
  row.state = state;
  row.decided_by = by;
  row.decided_at = now;
  store::write_time_off_decision(session, row);
  store::append_audit(session, "person", row.person.value, "time_off_" + std::string(to_text(state)), now,
                      Actor::person(by), json::to_json(TimeOffJson{row.id, std::string(to_text(state))}));
  store::move_directory_version(session);
}

}  // namespace

std::expected<RotaLook, RotaRefused> look_at(const Desk& desk, const RotaEdit& wanted, Instant now) {
  auto& session = desk.reader();
  const store::Snapshot snapshot(session);
  RotaLook look{desk.catalogue(), {}};
  if (read_versions(session) != look.catalogue->versions())
    return refuse(Why::not_now, "The desk has changed this moment; look again.");
  const auto before = rota_of(*look.catalogue, now);
  auto after = edited(desk, session, before, wanted, now);
  if (!after) return std::unexpected(after.error());
  look.view = openings(session, before, *after, now);
  return look;
}

std::expected<RotaDone, RotaRefused> carry_out(const Desk& desk, store::Session& session,
                                               const RotaEdit& wanted, const RotaLook& look, PersonId by,
                                               Instant now) {
  if (read_versions(session) != look.catalogue->versions())
    return refuse(Why::not_now, "The desk has changed meanwhile; look again at what this opens.");
  if (const auto* change = std::get_if<edit::ChangePod>(&wanted))
    if (auto wrong = problem_of_leaving(*look.catalogue, session, *change))
      return std::unexpected(*std::move(wrong));
  return std::visit(Writing{desk, session, look, by, now}, wanted);
}

std::expected<TimeOffId, RotaRefused> ask_for_time_off(const Desk& desk, store::Session& session,
                                                       PersonId person, const people::RotaChange& change,
                                                       std::string note, Instant now) {
  const auto catalogue = desk.catalogue();
  if (!catalogue->person(person)) return refuse(Why::unknown, "There is no such person at work here.");
  if (auto wrong = problem_of(change, catalogue->worker(person), now))
    return std::unexpected(*std::move(wrong));
  for (const auto& row : store::read_requested_time_off(session))
    if (row.person == person && row.change.first <= change.last && change.first <= row.change.last)
      return refuse(Why::not_now,
                    "You have asked for some of these days already; withdraw that request first.");
  TimeOffRow row{
      .person = person, .change = change, .note = std::move(note), .asked_by = person, .asked_at = now};
  row.id = store::insert_time_off(session, row);
  store::append_audit(session, "person", person.value, "time_off_requested", now, Actor::person(person),
                      json::to_json(TimeOffJson{row.id, "requested"}));
  mail_time_off(desk, session, row, person, now);
  return row.id;
}

std::expected<void, RotaRefused> decline_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                  std::string answer, PersonId by, Instant now) {
  auto row = open_time_off(session, id);
  if (!row) return std::unexpected(row.error());
  if (row->state != State::requested)
    return refuse(Why::not_now, "It is granted already; ask them to withdraw it.");
  row->answer = std::move(answer);
  decide(session, *row, State::declined, by, now);
  mail_time_off(desk, session, *row, by, now);
  return {};
}

std::expected<void, RotaRefused> withdraw_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                   PersonId by, Instant now) {
  auto row = open_time_off(session, id);
  if (!row) return std::unexpected(row.error());
  const auto catalogue = desk.catalogue();
  if (row->change.last < catalogue->worker(row->person).at_work.zone().date(now))
    return refuse(Why::not_now, "It is over; what happened stays.");
  decide(session, *row, State::withdrawn, by, now);
  mail_time_off(desk, session, *row, by, now);
  return {};
}

}  // namespace punctual::desk
