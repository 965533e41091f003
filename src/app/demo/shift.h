#pragma once

#include <map>
#include <string_view>

#include "desk/catalogue.h"

namespace punctual::app::demo {

/// Who of the demo's people does something at an instant: whoever has it if at work, else somebody of the pod
/// who is.
class Shift {
 public:
  explicit Shift(const desk::Catalogue& catalogue);

  const Calendar& desk_hours() const { return catalogue_.hours(); }
  const Calendar& hours_of(PersonId person) const;
  PodId pod(std::string_view name) const;

  /// The coordinator in at that time; outside all hours the pod's manager, who is on call.
  PersonId coordinator(PodId pod, Instant at) const;
  /// Gives the next ticket to the pod's member with the fewest who is in at that time, other than `but`.
  PersonId assign(PodId pod, Instant at, PersonId but = {});
  /// `person` if in, else a member of the pod who is; outside all hours `person`, too.
  PersonId at_work(PersonId person, PodId pod, Instant at) const;

 private:
  std::vector<const store::PersonRow*> of_pod(PodId pod, people::Role role) const;
  bool is_in(PersonId person, Instant at) const { return hours_of(person).is_open(at); }

  const desk::Catalogue& catalogue_;
  std::map<PersonId, int> given_;
};

}  // namespace punctual::app::demo
