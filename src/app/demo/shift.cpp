#include "app/demo/shift.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace punctual::app::demo {

Shift::Shift(const desk::Catalogue& catalogue) : catalogue_(catalogue) {}

const Calendar& Shift::hours_of(PersonId person) const {
  const Assignable* colleague = catalogue_.terms().find(person);
  if (!colleague) throw std::logic_error("the demo's tables name a person the desk does not have");
  return colleague->hours;
}

PodId Shift::pod(std::string_view name) const {
  for (const auto& pod : catalogue_.pods())
    if (pod.name == name) return pod.id;
  throw std::logic_error("the demo's tables name a pod the desk does not have: " + std::string(name));
}

std::vector<const store::PersonRow*> Shift::of_pod(PodId pod, people::Role role) const {
  std::vector<const store::PersonRow*> found;
  for (const PersonId id : catalogue_.pod(pod)->members)
    if (const auto* person = catalogue_.person(id); person && person->role == role) found.push_back(person);
  return found;
}

PersonId Shift::coordinator(PodId pod, Instant at) const {
  const auto own = of_pod(pod, people::Role::coordinator);
  for (const auto* person : own)
    if (is_in(person->id, at)) return person->id;
  for (const auto& person : catalogue_.people())
    if (person.role == people::Role::coordinator && is_in(person.id, at)) return person.id;
  return of_pod(pod, people::Role::manager).at(0)->id;
}

PersonId Shift::assign(PodId pod, Instant at, PersonId but) {
  const auto members = of_pod(pod, people::Role::member);
  const store::PersonRow* chosen = nullptr;
  for (const bool in : {true, false}) {
    for (const auto* person : members)
      if (person->id != but && is_in(person->id, at) == in &&
          (!chosen || given_[person->id] < given_[chosen->id]))
        chosen = person;
    if (chosen) break;
  }
  ++given_[chosen->id];
  return chosen->id;
}

PersonId Shift::at_work(PersonId person, PodId pod, Instant at) const {
  if (is_in(person, at)) return person;
  for (const auto* other : of_pod(pod, people::Role::member))
    if (is_in(other->id, at)) return other->id;
  return person;
}

}  // namespace punctual::app::demo
