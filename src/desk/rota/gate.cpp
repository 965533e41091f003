#include "desk/rota/gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe.hpp>

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

struct KnownJson {
  PodId pod;
  Instant from;
  Instant to;
  int present = 0;
};
BOOST_DESCRIBE_STRUCT(KnownJson, (), (pod, from, to, present))

bool absent(const Worker& worker, const Interval& gap) {
  const TimeZone& zone = worker.at_work.zone();
  const Date first = zone.date(gap.opens);
  const Date last = zone.date(gap.closes);
  return std::ranges::any_of(worker.changes, [&](const RotaChange& change) {
    return (change.kind == RotaChange::Kind::time_off || change.kind == RotaChange::Kind::absence) &&
           change.first <= last && first <= change.last;
  });
}

/// Who is free for the whole of it.
std::vector<PersonId> could_cover(const Rota& rota, const Rota::Pod& pod, const Interval& gap) {
  std::vector<PersonId> free;
  const auto add = [&](PersonId id) {
    const Worker* worker = rota.worker(id);
    if (worker && worker->at_work.elapsed(gap.opens, gap.closes) == Seconds{0} && !absent(*worker, gap) &&
        std::ranges::find(free, id) == free.end())
      free.push_back(id);
  };
  for (const PersonId id : pod.members) add(id);
  for (const Worker& worker : rota.workers) add(worker.id);
  return free;
}

std::vector<TicketId> tickets_in(store::Session& session, const Rota& rota, PodId pod, const Interval& gap) {
  const auto pod_of = [&](ClientId id) {
    const auto client = std::ranges::find(rota.clients, id, &Rota::Client::id);
    return client == rota.clients.end() ? PodId{} : client->pod;
  };
  std::vector<TicketId> tickets;
  for (const auto& ticket : due_in(session, pod, gap, pod_of, most_tickets)) tickets.push_back(ticket.id);
  return tickets;
}

/// The same pod before and after.
struct Counted {
  people::RotaCoverage coverage;
  const Rota& rota;
};

/// A gap as it is told apart from others. What is open already, or lasts beyond what was looked at, is the
/// same a minute later.
std::string identity(const people::CoverageGap& gap, PodId pod, Interval looked_at) {
  const auto& [opens, closes] = gap.gap.over;
  return fmt::format("{} {} {} {}\n", pod.value,
                     opens == looked_at.opens ? 0 : opens.time_since_epoch().count(),
                     closes == looked_at.closes ? 0 : closes.time_since_epoch().count(), gap.gap.present);
}

void add_openings(GateView& view, store::Session& session, Counted& before, Counted& after,
                  const Rota::Pod& was, const Rota::Pod& is, Interval ahead, std::string& told) {
  const auto pieces = people::opened(before.coverage.pieces(was), after.coverage.pieces(is));
  for (auto& gap : after.coverage.gaps(is, pieces)) {
    told += identity(gap, is.id, ahead);
    if (std::ssize(view.opens) == most_openings) {
      ++view.more;
      continue;
    }
    const Interval over = gap.gap.over;
    view.opens.push_back({.pod = is.id,
                          .gap = std::move(gap),
                          .needed = is.needed,
                          .tickets = tickets_in(session, after.rota, is.id, over),
                          .could_cover = could_cover(after.rota, is, over)});
  }
}

}  // namespace

GateView openings(store::Session& session, const Rota& before, const Rota& after, Instant now) {
  // To the end of a day, so that what was shown stays the same for more than a minute.
  const Interval ahead{std::chrono::floor<std::chrono::minutes>(now),
                       std::chrono::ceil<std::chrono::days>(now) + coverage_ahead};
  Counted was{people::RotaCoverage(before, ahead), before};
  Counted is{people::RotaCoverage(after, ahead), after};
  GateView view;
  std::string told;
  for (const Rota::Pod& pod : after.pods)
    if (const Rota::Pod* known = before.pod(pod.id))
      add_openings(view, session, was, is, *known, pod, ahead, told);
  add_openings(view, session, was, is, before.whole_desk(), after.whole_desk(), ahead, told);
  if (!told.empty()) view.seen = store::to_hex(store::view(store::sha256(told)));
  return view;
}

std::string as_known(const GateView& view) {
  std::vector<KnownJson> known;
  for (const Opening& opening : view.opens)
    known.push_back(
        {opening.pod, opening.gap.gap.over.opens, opening.gap.gap.over.closes, opening.gap.gap.present});
  return json::to_json(known);
}

}  // namespace punctual::desk
