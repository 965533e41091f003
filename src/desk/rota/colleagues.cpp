#include "desk/rota/colleagues.h"

#include <algorithm>

namespace punctual::desk {
const store::PodRow* pod_of(const Catalogue& catalogue, PodId own, ClientId client) {
  if (own) return catalogue.pod(own);
  const auto* row = catalogue.client(client);
  return row && row->pod ? catalogue.pod(*row->pod) : nullptr;
}

std::vector<people::Colleague> colleagues_of(const Catalogue& catalogue, const store::PodRow* pod) {
  std::vector<people::Colleague> colleagues;
  for (const auto& person : catalogue.people()) {
    if (!person.active) continue;
    colleagues.push_back({.worker = &catalogue.worker(person.id),
                          .role = person.role,
                          .in_pod = pod && std::ranges::find(pod->members, person.id) != pod->members.end(),
                          .leads_pod = pod && pod->lead == person.id});
  }
  return colleagues;
}

}  // namespace punctual::desk
