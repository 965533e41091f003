#include "domain/people/rota.h"

#include <algorithm>

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

}  // namespace punctual::people
