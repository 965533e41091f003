#include "desk/rota/colleagues.h"

#include <algorithm>

namespace punctual::desk {

const store::PodRow* pod_of(const Catalogue& catalogue, PodId own, ClientId client) {
  if (own) return catalogue.pod(own);
  const auto* row = catalogue.client(client);
  return row && row->pod ? catalogue.pod(*row->pod) : nullptr;
}

people::Colleague seen_from(const store::PodRow* pod, people::Colleague colleague) {
  const PersonId id = colleague.id();
  colleague.in_pod = pod && std::ranges::find(pod->members, id) != pod->members.end();
  colleague.leads_pod = pod && pod->lead == id;
  return colleague;
}

std::vector<people::Colleague> colleagues_of(const Catalogue& catalogue, const store::PodRow* pod) {
  std::vector<people::Colleague> colleagues;
  for (const auto& person : catalogue.people())
    if (person.active)
      colleagues.push_back(seen_from(pod, {.worker = &catalogue.worker(person.id), .role = person.role}));
  return colleagues;
}

std::vector<people::Colleague> who_can_sign_in(const Catalogue& catalogue, store::Session& session) {
  const auto signs_in = store::people_with_password(session);  // the catalogue does not follow passwords
  auto colleagues = colleagues_of(catalogue, nullptr);
  std::erase_if(colleagues, [&](const people::Colleague& one) { return !signs_in.contains(one.id()); });
  return colleagues;
}

}  // namespace punctual::desk
