#include "domain/people/rota.h"

#include <algorithm>

namespace punctual::people {
namespace {

template <class Rows, class Key>
auto find_by_id(const Rows& rows, Key id) -> decltype(rows.data()) {
  const auto found = std::ranges::find(rows, id, [](const auto& row) { return row.id; });
  return found == rows.end() ? nullptr : &*found;
}

std::vector<const Worker*> members_of(const Rota& rota, const Rota::Pod& pod) {
  std::vector<const Worker*> members;
  for (const PersonId id : pod.members)
    if (const Worker* worker = rota.worker(id)) members.push_back(worker);
  return members;
}

bool serves(const Rota::Pod& pod, const Rota::Client& client) {
  return !pod.id || client.pod == pod.id;
}

}  // namespace

const Worker* Rota::worker(PersonId id) const {
  return find_by_id(workers, id);
}
const Rota::Pod* Rota::pod(PodId id) const {
  return find_by_id(pods, id);
}

Rota::Pod Rota::whole_desk() const {
  Pod everybody;
  for (const Worker& worker : workers) everybody.members.push_back(worker.id);
  return everybody;
}

Calendar promised_by(const Rota& rota, const Rota::Pod& pod) {
  std::vector<Calendar> promised;
  for (const auto& client : rota.clients)
    if (serves(pod, client)) promised.push_back(client.promised);
  if (promised.empty() || !pod.id) promised.push_back(rota.desk_hours);
  return promised.size() == 1 ? promised.front() : Calendar::unite(std::move(promised));
}

std::vector<Gap> pieces_of(const Rota& rota, const Rota::Pod& pod, Interval over) {
  std::vector<Calendar> at_work;
  for (const Worker* member : members_of(rota, pod)) at_work.push_back(member->at_work);
  return pieces_of_gaps(promised_by(rota, pod), at_work, pod.needed, over);
}

std::vector<CoverageGap> gaps_of(const Rota& rota, const Rota::Pod& pod, std::span<const Gap> pieces) {
  const auto members = members_of(rota, pod);
  std::vector<CoverageGap> gaps;
  if (pieces.empty()) return gaps;
  const GapCauses causes(members, pod.needed);
  for (const Gap& gap : joined(pieces)) {
    CoverageGap told{gap, causes.of(gap), {}};
    for (const auto& client : rota.clients)
      if (serves(pod, client) && client.promised.elapsed(gap.over.opens, gap.over.closes) > Seconds{0})
        told.endangered.push_back(client.id);
    gaps.push_back(std::move(told));
  }
  return gaps;
}

}  // namespace punctual::people
