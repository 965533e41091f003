#include "domain/people/rota.h"

#include <algorithm>

#include "domain/people/rota_coverage.h"

namespace punctual::people {
const Worker* Rota::worker(PersonId id) const {
  const auto found = std::ranges::find(workers, id, [](const auto& worker) { return worker->id; });
  return found == workers.end() ? nullptr : found->get();
}
const Rota::Pod* Rota::pod(PodId id) const {
  const auto found = std::ranges::find(pods, id, &Pod::id);
  return found == pods.end() ? nullptr : &*found;
}

Rota::Pod Rota::whole_desk() const {
  Pod everybody;
  for (const auto& worker : workers) everybody.members.push_back(worker->id);
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
