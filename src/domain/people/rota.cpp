#include "domain/people/rota.h"

#include <algorithm>

#include "domain/people/rota_coverage.h"

namespace punctual::people {
namespace {

template <class Rows, class Key>
auto find_by_id(const Rows& rows, Key id) -> decltype(rows.data()) {
  const auto found = std::ranges::find(rows, id, [](const auto& row) { return row.id; });
  return found == rows.end() ? nullptr : &*found;
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

std::vector<Gap> pieces_of(const Rota& rota, const Rota::Pod& pod, Interval over) {
  return RotaCoverage(rota, over).pieces(pod);
}

std::vector<CoverageGap> gaps_of(const Rota& rota, const Rota::Pod& pod, std::span<const Gap> pieces) {
  if (pieces.empty()) return {};
  return RotaCoverage(rota, {pieces.front().over.opens, pieces.back().over.closes}).gaps(pod, pieces);
}

}  // namespace punctual::people
