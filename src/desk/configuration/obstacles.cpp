#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "desk/configuration/apply.h"
#include "desk/desk.h"
#include "desk/text/wording.h"
#include "domain/agreement/periods.h"
#include "domain/agreement/settled.h"
#include "domain/time/rfc3339.h"
#include "store/statements.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

constexpr std::size_t most_named = 3;

template <class Made, class Entry>
void look(store::Session& session, const std::vector<Made>& steps, std::string_view section,
          std::string Entry::* name, const char* problem, const char* remedy, std::vector<Obstacle>& found) {
  for (const auto& step : steps) {
    if (step.entry) continue;
    const auto tickets = store::active_of(session, step.row.id);
    if (tickets.empty()) continue;
    found.push_back({fmt::format("{}: {}", section, step.was->*name),
                     fmt::format("{} {}", problem, refs_of(tickets, most_named)), remedy});
  }
}

/// What becomes of a pod that is there; nothing where it is left out.
const PodEntry* continued(const ConfigurationPlan& plan, const PodEntry& pod) {
  const auto of_pod = [&](const PodStep& one) { return one.was && one.was->name == pod.name; };
  const auto step = std::ranges::find_if(plan.pods, of_pod);
  return step == plan.pods.end() ? &pod : step->entry;
}

/// Who leaves a pod and still has tickets of it, as on the page of the rota.
void look_for_leavers(store::Session& session, const ConfigurationPlan& plan, std::vector<Obstacle>& found) {
  for (const auto& step : plan.people) {
    if (!step.entry || !step.was) continue;
    for (const auto& pod : step.was->pods) {
      const auto* entry = continued(plan, *std::ranges::find(plan.before->pods, pod, &PodEntry::name));
      if (!entry || std::ranges::find(step.entry->pods, entry->name) != step.entry->pods.end()) continue;
      const auto tickets = store::active_of(session, plan.pod_ids.at(pod), step.row.id);
      if (tickets.empty()) continue;
      found.push_back({"people: " + step.was->email,
                       fmt::format("leaves the pod {} with running requests of it: {}", pod,
                                   refs_of(tickets, most_named)),
                       "hand them over first, or keep the person in the pod"});
    }
  }
}

/// A pod nobody is in, where it was not so before. A desk that is made anew may be the export of one whose
/// pod was left by everybody.
void look_for_empty_pods(const ConfigurationPlan& plan, std::vector<Obstacle>& found) {
  if (!plan.before) return;
  for (const auto& step : plan.pods)
    if (step.entry && !step.was && !is_peopled(plan.after, step.entry->name))
      found.push_back({"pods: " + step.entry->name, "has nobody in it",
                       "name it in the pods of somebody, or leave it out"});
  for (const auto& pod : plan.before->pods)
    if (const auto* entry = continued(plan, pod);
        entry && is_peopled(*plan.before, pod.name) && !is_peopled(plan.after, entry->name))
      found.push_back({"pods: " + entry->name, "would have nobody in it any more",
                       "leave somebody in it, or leave it out"});
}

/// What was stated of a month stands: nothing of the agreement before its end becomes another.
void look_for_settled_months(store::Session& session, const ConfigurationPlan& plan,
                             std::vector<Obstacle>& found) {
  for (const auto& step : plan.clients) {
    if (!step.entry || !step.was) continue;
    const auto& [before, after] = std::pair(*step.was, *step.entry);
    const auto last = store::last_stated_month(session, step.row.id);
    if (!last) continue;
    const Date open = agreement::next_month(*last);
    const auto place = "clients: " + step.entry->name;
    if (before.time_zone != after.time_zone)
      found.push_back({place, "its months were stated in another zone", "keep its time_zone"});
    if (!agreement::same_before(before.agreement, after.agreement, open))
      found.push_back({place,
                       "its agreement would be another in " + text::month_words(*last) +
                           " or before, of which there is a statement",
                       "begin other terms on " + format_date(open) + " or later, or correct the statement"});
  }
}

/// Nobody could invite anybody then. A desk in which nobody can sign in yet loses nothing.
void look_for_managers(store::Session& session, const ConfigurationPlan& plan, std::vector<Obstacle>& found) {
  const auto manages = [](const PersonEntry* entry) { return entry && entry->role == people::Role::manager; };
  std::set<PersonId> before;
  for (const PersonId id : store::managers_who_sign_in(session)) before.insert(id);
  auto afterwards = before;
  for (const auto& step : plan.people) {
    if (!manages(step.entry)) afterwards.erase(step.row.id);
    if (!manages(step.entry) || !step.was) continue;
    const auto person = store::find_person(session, step.row.id);
    if (person && person->password_hash) afterwards.insert(person->id);
  }
  if (before.empty() || !afterwards.empty()) return;
  for (const auto& step : plan.people)
    if (before.contains(step.row.id))
      found.push_back({"people: " + step.was->email, "is the last manager who can sign in, and would be none",
                       "invite another manager first, or leave this one the role"});
}

}  // namespace

std::vector<Obstacle> obstacles(store::Session& session, const ConfigurationPlan& plan) {
  auto found = plan.obstacles;
  look(session, plan.people, "people", &PersonEntry::email,
       "is not listed any more but has running requests:", "hand them over first, or keep the person", found);
  look_for_managers(session, plan, found);
  look_for_leavers(session, plan, found);
  look_for_empty_pods(plan, found);
  look_for_settled_months(session, plan, found);
  look(session, plan.clients, "clients", &ClientEntry::name,
       "is not listed any more but has running requests:",
       "resolve them first, keep the client, or rename it with `was`", found);
  look(session, plan.pods, "pods", &PodEntry::name,
       "is not listed any more but looks after running requests:",
       "give them to another pod first, keep the pod, or rename it with `was`", found);
  return found;
}

}  // namespace punctual::desk
