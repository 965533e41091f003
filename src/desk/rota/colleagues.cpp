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

std::vector<people::Colleague> who_can_sign_in(const Catalogue& catalogue, store::Session& session,
                                               const store::PodRow* pod) {
  const auto signs_in = store::people_with_password(session);  // the catalogue does not follow passwords
  auto colleagues = colleagues_of(catalogue, pod);
  std::erase_if(colleagues, [&](const people::Colleague& one) { return !signs_in.contains(one.id()); });
  return colleagues;
}

}  // namespace punctual::desk
