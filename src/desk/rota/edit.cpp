#include "desk/rota/edit.h"

#include <algorithm>

#include "desk/rota/rota_rules.h"
#include "store/tickets.h"

namespace punctual::desk {
namespace {

using people::Rota;
using people::RotaChange;
using people::Worker;
using Why = RotaRefused::Why;
using Edited = std::expected<Rota, RotaRefused>;

constexpr std::size_t most_named = 5;

std::unexpected<RotaRefused> refuse(Why why, std::string detail, std::string field = {}) {
  return std::unexpected(RotaRefused{why, std::move(field), std::move(detail)});
}

/// One edit after another to a rota of one's own.
struct Editor {
  const Desk& desk;
  store::Session& session;
  Rota rota;
  Instant now;

  Worker* worker(PersonId id) {
    const auto found = std::ranges::find(rota.workers, id, &Worker::id);
    return found == rota.workers.end() ? nullptr : &*found;
  }

  /// Replaces a worker's week and changes.
  void put(Worker& worker, BusinessHours week, std::vector<RotaChange> changes) {
    worker = Worker::of(worker.id, std::move(week), desk.catalogue()->business_hours().hours.holidays,
                        std::move(changes), desk.zones())
                 .value();
  }

  Edited with_changes(PersonId person, std::vector<RotaChange> more) {
    Worker* one = worker(person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    auto changes = one->changes;
    changes.insert(changes.end(), more.begin(), more.end());
    put(*one, one->week, std::move(changes));
    return std::move(rota);
  }

  Edited operator()(const edit::Swap& swap) {
    const Worker* one = worker(swap.person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    if (auto wrong = problem_of(swap, *one, now)) return std::unexpected(*std::move(wrong));
    return with_changes(swap.person,
                        store::changes_of({.person = swap.person, .on = swap.on, .off = swap.off}));
  }

  Edited operator()(const edit::GrantTimeOff& grant) {
    const auto row = store::find_time_off(session, grant.id);
    if (!row) return refuse(Why::unknown, "There is no such request for time off.");
    if (row->state != store::TimeOffRow::State::requested)
      return refuse(Why::not_now, "It is " + std::string(to_text(row->state)) + " already; look again.");
    const Worker* one = worker(row->person);
    if (!one) return refuse(Why::not_now, "Who asked no longer works here; decline it.");
    if (over(row->change, *one, now))
      return refuse(Why::not_now, "Its dates are past; decline it, or record an absence.");
    auto granted = with_changes(row->person, {row->change});
    if (!granted || !grant.swap) return granted;
    rota = *std::move(granted);
    return (*this)(*grant.swap);
  }

  Edited operator()(const edit::RecordAbsence& absence) {
    const Worker* one = worker(absence.person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    if (auto wrong = problem_of(absence.change, *one, now)) return std::unexpected(*std::move(wrong));
    return with_changes(absence.person, {absence.change});
  }

  Edited operator()(const edit::WithdrawSwap& withdrawn) {
    const auto row = store::find_swap(session, withdrawn.id);
    if (!row) return refuse(Why::unknown, "There is no such swap.");
    if (row->withdrawn_at) return refuse(Why::not_now, "It is withdrawn already.");
    Worker* one = worker(row->person);
    if (!one) return refuse(Why::not_now, "Whose swap it is no longer works here.");
    auto changes = one->changes;
    for (const RotaChange& gone : store::changes_of(*row))
      if (const auto place = std::ranges::find(changes, gone); place != changes.end()) changes.erase(place);
    put(*one, one->week, std::move(changes));
    return std::move(rota);
  }

  Edited operator()(const edit::ChangeWeek& change) {
    Worker* one = worker(change.person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    if (auto wrong = problem_of(change.week, desk.zones(), now)) return std::unexpected(*std::move(wrong));
    put(*one, with_week(desk.catalogue()->person(change.person)->hours, change.week), one->changes);
    return std::move(rota);
  }

  Edited operator()(const edit::ChangePod& change) {
    const auto pod = std::ranges::find(rota.pods, change.pod, &Rota::Pod::id);
    if (pod == rota.pods.end()) return refuse(Why::unknown, "There is no such pod.");
    if (change.needed < 1 || change.needed > 100)
      return refuse(Why::invalid, "At least 1 and at most 100 people can be needed.", "needed");
    for (const PersonId member : change.members)
      if (!worker(member)) return refuse(Why::invalid, "Choose people who work here.", "members");
    if (change.lead && std::ranges::find(change.members, *change.lead) == change.members.end())
      return refuse(Why::invalid, "A pod is led by one of its members; add them, or choose another.", "lead");
    if (auto wrong = problem_of_leaving(*desk.catalogue(), session, change))
      return std::unexpected(*std::move(wrong));
    pod->members = change.members;
    pod->needed = change.needed;
    pod->lead = change.lead.value_or(PersonId{});
    return std::move(rota);
  }

  Edited operator()(const edit::MoveClient& change) {
    const auto client = std::ranges::find(rota.clients, change.client, &Rota::Client::id);
    if (client == rota.clients.end()) return refuse(Why::unknown, "There is no such client.");
    if (change.pod && !rota.pod(*change.pod)) return refuse(Why::invalid, "There is no such pod.", "pod");
    client->pod = change.pod.value_or(PodId{});
    return std::move(rota);
  }
};

}  // namespace

BusinessHours with_week(BusinessHours own, const BusinessHours& week) {
  own.zone = week.zone;
  own.weekly = week.weekly;
  own.weekly_from = week.weekly_from;
  own.always_open = week.always_open;
  return own;
}

std::optional<RotaRefused> problem_of_leaving(const Catalogue& catalogue, store::Session& session,
                                              const edit::ChangePod& change) {
  const auto* pod = catalogue.pod(change.pod);
  if (!pod) return std::nullopt;
  for (const PersonId id : pod->members) {
    if (std::ranges::find(change.members, id) != change.members.end()) continue;
    const auto tickets = store::active_of(session, change.pod, id);
    if (tickets.empty()) continue;
    return RotaRefused{Why::invalid, "members",
                       catalogue.person(id)->name + " has open tickets of this pod: " +
                           refs_of(tickets, most_named) + ". Hand them over first, or let them stay."};
  }
  return std::nullopt;
}

Edited edited(const Desk& desk, store::Session& session, Rota rota, const RotaEdit& wanted, Instant now) {
  return std::visit(Editor{desk, session, std::move(rota), now}, wanted);
}

}  // namespace punctual::desk
