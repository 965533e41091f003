#include <fmt/format.h>

#include <algorithm>

#include "desk/configuration/apply.h"
#include "desk/configuration/differences.h"
#include "desk/desk.h"
#include "store/directory_changes.h"
#include "store/text/fold.h"

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

/// Whether anything of `after` continues the entry.
template <class Entry>
bool stays(const Configuration& before, const Entry& entry, const std::vector<Entry>& after) {
  return std::ranges::any_of(after, [&](const Entry& next) { return counterpart(before, next) == &entry; });
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
  if (!before) return found;
  for (const auto& entry : before->people)
    if (!stays(*before, entry, after.people))
      if (const auto row = store::find_person_by_email(session, entry.email))
        look(session, row->id, "people: " + entry.email,
             "is not listed any more but has running requests:", "hand them over first, or keep the person",
             found);
  const auto clients = store::read_clients(session);
  for (const auto& entry : before->clients)
    if (!stays(*before, entry, after.clients))
      for (const auto& row : clients)
        if (row.name == entry.name)
          look(session, row.id, "clients: " + entry.name, "is not listed any more but has running requests:",
               "resolve them first, keep the client, or rename it with `was`", found);
  const auto pods = store::read_pods(session);
  for (const auto& entry : before->pods)
    if (!stays(*before, entry, after.pods))
      for (const auto& row : pods)
        if (row.name == entry.name)
          look(session, row.id, "pods: " + entry.name,
               "is not listed any more but looks after running requests:",
               "give them to another pod first, keep the pod, or rename it with `was`", found);
  return found;
}

}  // namespace punctual::desk
