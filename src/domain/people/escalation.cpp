#include "domain/people/escalation.h"

#include <algorithm>
#include <array>
#include <functional>

namespace punctual::people {
namespace {

using Why = Told::Why;

constexpr std::array<std::string_view, 4> addressee_names{"assignee", "pod_lead", "coordinators", "managers"};

bool addressed(const EscalationStage& stage, PersonId assignee, const Colleague& one) {
  return std::ranges::any_of(stage.tells, [&](Addressee addressee) {
    switch (addressee) {
      case Addressee::assignee:
        return assignee ? one.id() == assignee : one.role == Role::coordinator;
      case Addressee::pod_lead:
        return one.leads_pod;
      case Addressee::coordinators:
        return one.role == Role::coordinator;
      case Addressee::managers:
        return one.role == Role::manager;
    }
    return false;
  });
}

/// Who of everybody, ascending.
template <class Is>
std::vector<PersonId> those(std::span<const Colleague> everybody, Is is) {
  std::vector<PersonId> found;
  for (const Colleague& one : everybody)
    if (is(one)) found.push_back(one.id());
  std::ranges::sort(found);
  return found;
}

EscalationProblem problem_at(std::size_t stage, std::string_view member, std::string problem,
                             std::string remedy) {
  return {"stages[" + std::to_string(stage) + "]." + std::string(member), std::move(problem),
          std::move(remedy)};
}

}  // namespace

EscalationTable default_escalation() {
  using enum Addressee;
  return {{50, {assignee}},
          {75, {assignee, pod_lead}},
          {90, {assignee, pod_lead, coordinators}},
          {100, {assignee, pod_lead, coordinators, managers}}};
}

std::vector<int> percents_of(const EscalationTable& table) {
  constexpr int missed = 100;
  std::vector<int> percents;
  for (const EscalationStage& stage : table) percents.push_back(stage.percent);
  if (percents.empty() || percents.back() != missed) percents.push_back(missed);
  return percents;
}

const EscalationStage* stage_of(const EscalationTable& table, int percent) {
  const auto found = std::ranges::find(table, percent, &EscalationStage::percent);
  return found == table.end() ? nullptr : &*found;
}

std::vector<EscalationProblem> problems_of(const EscalationTable& table) {
  std::vector<EscalationProblem> problems;
  int before = 0;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto& [percent, tells] = table[i];
    const auto said = std::to_string(percent);
    if (percent < 1 || percent > 100)
      problems.push_back(
          problem_at(i, "percent", said + " is no part of a target", "write a percentage from 1 to 100"));
    else if (percent <= before)
      problems.push_back(problem_at(i, "percent", said + " does not come after " + std::to_string(before),
                                    "write the stages in ascending order, each percentage once"));
    before = std::max(before, percent);
    if (tells.empty())
      problems.push_back(
          problem_at(i, "tells", "nobody is told at " + said + " %", "name somebody, or remove the stage"));
    auto sorted = tells;
    std::ranges::sort(sorted);
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end())
      problems.push_back(
          problem_at(i, "tells", std::string(to_text(*twice)) + " is there twice", "name each once"));
  }
  return problems;
}

std::string_view to_text(Addressee addressee) {
  return addressee_names.at(static_cast<std::size_t>(addressee));
}

std::optional<Addressee> addressee_from(std::string_view text) {
  const auto found = std::ranges::find(addressee_names, text);
  if (found == addressee_names.end()) return std::nullopt;
  return static_cast<Addressee>(found - addressee_names.begin());
}

Told whom_to_tell(const EscalationStage& stage, PersonId assignee, std::span<const Colleague> everybody,
                  Instant t) {
  const auto named = [&](const Colleague& one) { return addressed(stage, assignee, one); };
  const std::array<std::pair<Why, std::function<bool(const Colleague&)>>, 4> in_turn{{
      {Why::named, named},
      {Why::pod, &Colleague::in_pod},
      {Why::coordinators, [](const Colleague& one) { return one.role == Role::coordinator; }},
      {Why::anybody, [](const Colleague&) { return true; }},
  }};
  for (const auto& [why, is] : in_turn) {
    auto people = those(everybody, [&](const Colleague& one) { return is(one) && one.is_at_work(t); });
    if (!people.empty()) return {std::move(people), why};
  }
  auto people = those(everybody, named);
  const auto why = people.empty() ? Why::nobody_named : Why::nobody_at_work;
  return {std::move(people), why};
}

}  // namespace punctual::people
