#include "desk/rota/carry_out.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "desk/rota/rota_audit.h"
#include "desk/rota/rota_mails.h"
#include "desk/versions.h"
#include "store/directory_changes.h"
#include "store/hours_json.h"
#include "store/json/write.h"

namespace punctual::desk {
namespace {

using store::TimeOffRow;
using State = TimeOffRow::State;
using Why = RotaRefused::Why;

struct PodJson {
  std::vector<PersonId> members;
  std::optional<PersonId> lead;
  int needed = 1;
};
BOOST_DESCRIBE_STRUCT(PodJson, (), (members, lead, needed))

struct SkillsJson {
  std::vector<std::string> skills;
};
BOOST_DESCRIBE_STRUCT(SkillsJson, (), (skills))

struct MovedJson {
  PodId pod;  ///< 0: none
};
BOOST_DESCRIBE_STRUCT(MovedJson, (), (pod))

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

  void record(RotaEvent event) {
    if (!event.knowing) event.knowing = look.view.known;
    append_audit(session, event, Actor::person(by), now);
    store::move_directory_version(session);
  }

  SwapId insert(const edit::Swap& swap, std::optional<TimeOffId> for_time_off) {
    store::SwapRow row{.id = {},
                       .person = swap.person,
                       .on = swap.on,
                       .off = swap.off,
                       .note = swap.note,
                       .time_off = for_time_off,
                       .made_by = by,
                       .made_at = now,
                       .knowing = look.view.known};
    row.id = store::insert_swap(session, row);
    record(event_of(row, "swap_agreed"));
    mail_swap(desk, session, row.id, by, now);
    return row.id;
  }

  RotaDone operator()(const edit::GrantTimeOff& grant) {
    auto row = store::find_time_off(session, grant.id).value();
    row.state = State::granted;
    row.decided_by = by;
    row.decided_at = now;
    row.answer = grant.answer;
    row.knowing = look.view.known;
    store::write_time_off(session, row);
    record(event_of(row, "time_off_granted"));
    mail_time_off(desk, session, row, by, now);
    RotaDone done{.time_off = grant.id};
    if (grant.swap) done.swap = insert(*grant.swap, grant.id);
    return done;
  }

  RotaDone operator()(const edit::RecordAbsence& absence) {
    TimeOffRow row{.id = {},
                   .person = absence.person,
                   .change = absence.change,
                   .note = absence.note,
                   .state = State::granted,
                   .asked_by = by,
                   .asked_at = now,
                   .decided_by = by,
                   .decided_at = now,
                   .knowing = look.view.known};
    row.id = store::insert_time_off(session, row);
    record(event_of(row, "absence_recorded"));
    return {.time_off = row.id};
  }

  RotaDone operator()(const edit::Swap& swap) { return {.swap = insert(swap, std::nullopt)}; }

  RotaDone operator()(const edit::WithdrawSwap& withdrawn) {
    store::withdraw_swap(session, withdrawn.id, by, now);
    record(event_of(store::find_swap(session, withdrawn.id).value(), "swap_withdrawn"));
    mail_swap(desk, session, withdrawn.id, by, now);
    return {.swap = withdrawn.id};
  }

  RotaDone operator()(const edit::ChangeWeek& change) {
    auto row = store::find_person(session, change.person).value();
    row.hours = with_week(std::move(row.hours), change.week);
    store::write_person(session, row);
    record({"person", row.id.value, "week_changed", store::hours_to_json(row.hours)});
    return {};
  }

  RotaDone operator()(const edit::ChangeSkills& change) {
    auto row = store::find_person(session, change.person).value();
    row.skills = change.skills;
    std::ranges::sort(row.skills);
    store::write_person(session, row);
    record({"person", row.id.value, "skills_changed", json::to_json(SkillsJson{row.skills})});
    return {};
  }

  RotaDone operator()(const edit::ChangePod& change) {
    auto row = *look.catalogue->pod(change.pod);
    row.members = change.members;
    row.lead = change.lead;
    row.needed = change.needed;
    store::write_pod(session, row);
    store::set_members(session, row.id, row.members);
    record(
        {"pod", row.id.value, "changed", json::to_json(PodJson{change.members, change.lead, change.needed})});
    return {};
  }

  RotaDone operator()(const edit::MoveClient& change) {
    auto row = *look.catalogue->client(change.client);
    row.pod = change.pod;
    store::write_client(session, row);
    record({"client", row.id.value, "moved", json::to_json(MovedJson{change.pod.value_or(PodId{})})});
    return {};
  }
};

/// A look before anything is seen, where the catalogue is what the session reads.
std::expected<RotaLook, RotaRefused> current(const Desk& desk, store::Session& session) {
  RotaLook look{desk.catalogue(), {}};
  if (read_versions(session) == look.catalogue->versions()) return look;
  return refuse(Why::not_now, "The desk has changed this moment; look again.");
}

}  // namespace

std::expected<RotaLook, RotaRefused> look_at(const Desk& desk, const RotaEdit& wanted, Instant now) {
  auto& session = desk.reader();
  const store::Snapshot snapshot(session);
  auto look = current(desk, session);
  if (!look) return look;
  const auto before = rota_of(*look->catalogue, now);
  auto after = edited(*look->catalogue, desk.zones(), session, before, wanted, now);
  if (!after) return std::unexpected(after.error());
  if (std::holds_alternative<edit::ChangeSkills>(wanted))
    return look;  // it opens nothing: nothing is counted
  look->view = openings(session, before, *after, now, last_date_of(session, wanted));
  return look;
}

std::expected<RotaLook, RotaRefused> look_at_leaving(const Desk& desk, PersonId person, Instant now) {
  auto& session = desk.reader();
  const store::Snapshot snapshot(session);
  auto look = current(desk, session);
  if (!look) return look;
  const auto before = rota_of(*look->catalogue, now);
  auto after = before;
  std::erase_if(after.workers, [&](const auto& worker) { return worker->id == person; });
  for (auto& pod : after.pods) std::erase(pod.members, person);
  look->view = openings(session, before, after, now, std::nullopt);
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

}  // namespace punctual::desk
