#include <fmt/format.h>

#include <map>

#include "desk/configuration/apply.h"
#include "desk/configuration/differences.h"
#include "desk/desk.h"
#include "store/directory_changes.h"

namespace punctual::desk {

namespace {

constexpr int most_named = 3;

/// "P-1001, P-1002 and more".
std::string named(const std::vector<TicketId>& tickets) {
  std::string names;
  for (std::size_t i = 0; i < tickets.size() && i < most_named; ++i)
    names += (i == 0 ? "" : ", ") + ref_of(tickets[i]);
  return tickets.size() > most_named ? names + " and more" : names;
}

template <class Id>
void look(store::Session& session, Id id, std::string place, const char* problem, const char* remedy,
          std::vector<Obstacle>& found) {
  const auto tickets = store::active_of(session, id, most_named + 1);
  if (tickets.empty()) return;
  found.push_back({std::move(place), fmt::format("{} {}", problem, named(tickets)), remedy});
}

}  // namespace

std::vector<Obstacle> obstacles(store::Session& session, const Configuration* before,
                                const Configuration& after) {
  std::vector<Obstacle> found;
  for (const auto* entry : left_out(before, after, &Configuration::people))
    if (const auto row = store::find_person_by_email(session, entry->email))
      look(session, row->id, "people: " + entry->email,
           "is not listed any more but has running requests:", "hand them over first, or keep the person",
           found);
  std::map<std::string, ClientId> clients;
  for (const auto& row : store::read_clients(session)) clients[row.name] = row.id;
  for (const auto* entry : left_out(before, after, &Configuration::clients))
    look(session, clients.at(entry->name), "clients: " + entry->name,
         "is not listed any more but has running requests:",
         "resolve them first, keep the client, or rename it with `was`", found);
  std::map<std::string, PodId> pods;
  for (const auto& row : store::read_pods(session)) pods[row.name] = row.id;
  for (const auto* entry : left_out(before, after, &Configuration::pods))
    look(session, pods.at(entry->name), "pods: " + entry->name,
         "is not listed any more but looks after running requests:",
         "give them to another pod first, keep the pod, or rename it with `was`", found);
  return found;
}

}  // namespace punctual::desk
