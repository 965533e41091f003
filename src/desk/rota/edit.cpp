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
  const Catalogue& catalogue;
  const ZoneSource& zones;
  store::Session& session;
  Rota rota;
  Instant now;

  /// Replaces their week and changes.
  void put(PersonId id, std::shared_ptr<const BusinessHours> week, std::vector<RotaChange> changes) {
    const auto place = std::ranges::find(rota.workers, id, [](const auto& one) { return one->id; });
    *place =
        std::make_shared<const Worker>(Worker::of(id, std::move(week), std::move(changes), zones).value());
  }

  Edited with_changes(PersonId person, std::vector<RotaChange> more) {
    const Worker* one = rota.worker(person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    auto changes = one->changes;
    changes.insert(changes.end(), more.begin(), more.end());
    put(one->id, one->week, std::move(changes));
    return std::move(rota);
  }

  Edited operator()(const edit::Swap& swap) {
    const Worker* one = rota.worker(swap.person);
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
    const Worker* one = rota.worker(row->person);
    if (!one) return refuse(Why::not_now, "Who asked no longer works here; decline it.");
    if (over(row->change, *one, now))
      return refuse(Why::not_now, "Its dates are past; decline it, or record an absence.");
    auto granted = with_changes(row->person, {row->change});
    if (!granted || !grant.swap) return granted;
    rota = *std::move(granted);
    return (*this)(*grant.swap);
  }

  Edited operator()(const edit::RecordAbsence& absence) {
    const Worker* one = rota.worker(absence.person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    if (auto wrong = problem_of(absence.change, *one, now)) return std::unexpected(*std::move(wrong));
    return with_changes(absence.person, {absence.change});
  }

  Edited operator()(const edit::WithdrawSwap& withdrawn) {
    const auto row = store::find_swap(session, withdrawn.id);
    if (!row) return refuse(Why::unknown, "There is no such swap.");
    if (row->withdrawn_at) return refuse(Why::not_now, "It is withdrawn already.");
    const Worker* one = rota.worker(row->person);
    if (!one) return refuse(Why::not_now, "Whose swap it is no longer works here.");
    if (begun(*row, *one, now))
      return refuse(Why::not_now,
                    "A part of it is past; what happened stays. Agree on another for the rest.");
    auto changes = one->changes;
    for (const RotaChange& gone : store::changes_of(*row))
      if (const auto place = std::ranges::find(changes, gone); place != changes.end()) changes.erase(place);
    put(one->id, one->week, std::move(changes));
    return std::move(rota);
  }

  Edited operator()(const edit::ChangeWeek& change) {
    const Worker* one = rota.worker(change.person);
    if (!one) return refuse(Why::unknown, "There is no such person at work here.");
    if (auto wrong = problem_of(change.week, zones, now)) return std::unexpected(*std::move(wrong));
    put(one->id,
        people::with_holidays(with_week(catalogue.person(change.person)->hours, change.week),
                              catalogue.business_hours().hours.holidays),
        one->changes);
    return std::move(rota);
  }

  Edited operator()(const edit::ChangeSkills& change) {
    if (!rota.worker(change.person)) return refuse(Why::unknown, "There is no such person at work here.");
    if (auto wrong = problem_of(change)) return std::unexpected(*std::move(wrong));
    return std::move(rota);
  }

  Edited operator()(const edit::ChangePod& change) {
    const auto pod = std::ranges::find(rota.pods, change.pod, &Rota::Pod::id);
    if (pod == rota.pods.end()) return refuse(Why::unknown, "There is no such pod.");
    if (change.needed < 1 || change.needed > 100)
      return refuse(Why::invalid, "At least 1 and at most 100 people can be needed.", "needed");
    if (change.members.empty())
      return refuse(Why::invalid, "A pod needs somebody in it; choose at least one.", "members");
    for (const PersonId member : change.members)
      if (!rota.worker(member)) return refuse(Why::invalid, "Choose people who work here.", "members");
    if (change.lead && std::ranges::find(change.members, *change.lead) == change.members.end())
      return refuse(Why::invalid, "A pod is led by one of its members; add them, or choose another.", "lead");
    if (auto wrong = problem_of_leaving(catalogue, session, change))
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

/// The later of its parts' dates.
Date last_date_of(const store::SwapRow::Part& on, const std::optional<store::SwapRow::Part>& off) {
  return off ? std::max(on.date, off->date) : on.date;
}

struct LastDate {
  store::Session& session;

  std::optional<Date> operator()(const edit::GrantTimeOff& grant) const {
    const auto row = store::find_time_off(session, grant.id);
    if (!row) return std::nullopt;
    return grant.swap ? std::max(row->change.last, last_date_of(grant.swap->on, grant.swap->off))
                      : row->change.last;
  }
  std::optional<Date> operator()(const edit::RecordAbsence& absence) const { return absence.change.last; }
  std::optional<Date> operator()(const edit::Swap& swap) const { return last_date_of(swap.on, swap.off); }
  std::optional<Date> operator()(const edit::WithdrawSwap& withdrawn) const {
    const auto row = store::find_swap(session, withdrawn.id);
    return row ? std::optional(last_date_of(row->on, row->off)) : std::nullopt;
  }
  std::optional<Date> operator()(const auto&) const { return std::nullopt; }
};

}  // namespace

Action action_of(const RotaEdit& wanted) {
  return std::holds_alternative<edit::RecordAbsence>(wanted) ? Action::record_absence : Action::change_rota;
}

std::optional<Date> last_date_of(store::Session& session, const RotaEdit& wanted) {
  return std::visit(LastDate{session}, wanted);
}

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

Edited edited(const Catalogue& catalogue, const ZoneSource& zones, store::Session& session, Rota rota,
              const RotaEdit& wanted, Instant now) {
  return std::visit(Editor{catalogue, zones, session, std::move(rota), now}, wanted);
}

}  // namespace punctual::desk
