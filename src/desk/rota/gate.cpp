#include "desk/rota/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe.hpp>
#include <map>

#include "desk/rota/due_in.h"
#include "domain/people/rota_coverage.h"
#include "store/crypto/digest.h"
#include "store/json/write.h"

namespace punctual::desk {
namespace {

using people::Gap;
using people::Rota;
using people::RotaChange;
using people::Worker;
using std::chrono::days;
using std::chrono::minutes;

struct KnownJson {
  PodId pod;
  Instant from;
  Instant to;
  int present = 0;
};
BOOST_DESCRIBE_STRUCT(KnownJson, (), (pod, from, to, present))

/// Their time off or absence has some of it.
bool absent(const Worker& worker, const Interval& gap) {
  const TimeZone& zone = worker.at_work.zone();
  const auto meets = [&](WallTime from, WallTime to) {
    return zone.first_at_or_after(from) < gap.closes && gap.opens < zone.first_at_or_after(to);
  };
  return std::ranges::any_of(worker.changes, [&](const RotaChange& change) {
    if (change.kind != RotaChange::Kind::time_off && change.kind != RotaChange::Kind::absence) return false;
    if (!change.hours) return meets(WallTime{change.first}, WallTime{change.last + days{1}});
    for (Date d = std::max(change.first, zone.date(gap.opens) - days{2});
         d <= std::min(change.last, zone.date(gap.closes)); d += days{1})
      if (meets(WallTime{d} + minutes{change.hours->open}, WallTime{d} + minutes{change.hours->close}))
        return true;
    return false;
  });
}

/// Who is free for the whole of it.
std::vector<PersonId> could_cover(const Rota& rota, const Rota::Pod& pod, const Interval& gap) {
  std::vector<PersonId> free;
  const auto add = [&](const Worker* worker) {
    if (worker && free.size() < most_covers && std::ranges::find(free, worker->id) == free.end() &&
        worker->at_work.elapsed(gap.opens, gap.closes) == Seconds{0} && !absent(*worker, gap))
      free.push_back(worker->id);
  };
  for (const PersonId id : pod.members) add(rota.worker(id));
  for (const auto& worker : rota.workers) add(worker.get());
  return free;
}

/// The gaps outside of what clients who come to the pod were promised: to them none of it is known. Who comes
/// to no pod comes to the desk as a whole.
std::vector<Gap> known_to_all(people::RotaCoverage& coverage, const Rota::Pod& pod, const Rota& before,
                              const Rota& after, Interval ahead) {
  auto known = coverage.pieces(pod);
  for (const Rota::Client& client : after.clients) {
    const auto was = std::ranges::find(before.clients, client.id, &Rota::Client::id);
    if (client.pod == pod.id && (was == before.clients.end() || was->pod != pod.id))
      known = people::outside(known, client.promised.intervals(ahead.opens, ahead.closes));
  }
  return known;
}

/// A gap as it is told apart from others. What is open already, or lasts beyond what was looked at, is the
/// same a minute later.
std::string identity(const people::CoverageGap& gap, PodId pod, Interval looked_at) {
  const auto& [opens, closes] = gap.gap.over;
  return fmt::format("{} {} {} {}\n", pod.value,
                     opens == looked_at.opens ? 0 : opens.time_since_epoch().count(),
                     closes == looked_at.closes ? 0 : closes.time_since_epoch().count(), gap.gap.present);
}

class Gate {
 public:
  Gate(store::Session& session, const Rota& before, const Rota& after, Interval ahead)
      : before_(before),
        after_(after),
        ahead_(ahead),
        was_(before, ahead),
        is_(after, ahead),
        dues_(session, ahead, [was = pods_of(before), is = pods_of(after)](ClientId id, PodId given) {
          const auto pod = is.find(id);
          if (pod == is.end()) return given;
          // What was given to the pod a client leaves comes along.
          const auto before = was.find(id);
          return given && (before == was.end() || given != before->second) ? given : pod->second;
        }) {}

  void look_at(const Rota::Pod& pod) {
    const auto served = [&](const Rota::Client& client) { return pod.serves(client); };
    if (const Rota::Pod* known = before_.pod(pod.id))
      add(pod, known_to_all(was_, *known, before_, after_, ahead_));
    else if (std::ranges::any_of(after_.clients, served))
      add(pod, {});  // a pod that is new is known to nobody
  }
  void look_at_the_desk() {
    add(after_.whole_desk(), known_to_all(was_, before_.whole_desk(), before_, after_, ahead_));
  }

  GateView take() && {
    if (told_.empty()) return {};
    view_.seen = store::to_hex(store::view(store::sha256(told_)));
    view_.known = json::to_json(known_);
    return std::move(view_);
  }

 private:
  static std::map<ClientId, PodId> pods_of(const Rota& rota) {
    std::map<ClientId, PodId> pods;
    for (const Rota::Client& client : rota.clients) pods.emplace(client.id, client.pod);
    return pods;
  }

  void add(const Rota::Pod& pod, const std::vector<Gap>& known) {
    auto gaps = is_.gaps(pod, people::opened(known, is_.pieces(pod)));
    for (const auto& gap : gaps) {
      told_ += identity(gap, pod.id, ahead_);
      known_.push_back({pod.id, gap.gap.over.opens, gap.gap.over.closes, gap.gap.present});
    }
    for (auto& gap : people::recurring(std::move(gaps), after_.desk_hours.zone())) {
      if (std::ssize(view_.opens) == most_openings)
        view_.more += std::ssize(gap.times);
      else
        view_.opens.push_back(opening(pod, std::move(gap)));
    }
  }

  Opening opening(const Rota::Pod& pod, people::RecurringGap gap) const {
    Opening told{pod.id, std::move(gap), pod.needed, {}, {}};
    told.could_cover = could_cover(after_, pod, told.gap.times.front());
    for (const Interval& time : told.gap.times)
      for (const auto& due : dues_.in(pod.id, time, most_tickets - told.tickets.size()))
        told.tickets.push_back(due.id);
    return told;
  }

  const Rota& before_;
  const Rota& after_;
  Interval ahead_;
  people::RotaCoverage was_;
  people::RotaCoverage is_;
  DueTickets dues_;
  GateView view_;
  std::string told_;  ///< the identities of all gaps
  std::vector<KnownJson> known_;
};

}  // namespace

GateView openings(store::Session& session, const Rota& before, const Rota& after, Instant now,
                  std::optional<Date> last) {
  // To the end of a day, so that what was shown stays the same for more than a minute.
  Interval ahead{std::chrono::floor<minutes>(now), std::chrono::ceil<days>(now) + coverage_ahead};
  // Its hours may reach into the next date, which ends later in the west.
  if (last) ahead.closes = std::max(ahead.closes, Instant{last->time_since_epoch()} + days{3});
  Gate gate(session, before, after, ahead);
  for (const Rota::Pod& pod : after.pods) gate.look_at(pod);
  gate.look_at_the_desk();
  return std::move(gate).take();
}

}  // namespace punctual::desk
