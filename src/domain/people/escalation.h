#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/people/colleague.h"

namespace punctual::people {

enum class Addressee { assignee, pod_lead, coordinators, managers };

/// Who is told when so much of a target has passed.
struct EscalationStage {
  int percent = 0;
  std::vector<Addressee> tells;
  bool operator==(const EscalationStage&) const = default;
};
using EscalationTable = std::vector<EscalationStage>;
inline constexpr std::size_t most_stages = 20;

/// 50 % assignee; 75 % and the pod's lead; 90 % and coordinators; 100 % and managers.
EscalationTable default_escalation();

struct EscalationProblem {
  std::string place;    ///< "stages[1].percent", "stages[0].tells"
  std::string problem;  ///< "75 does not come after 90"
  std::string remedy;
  bool operator==(const EscalationProblem&) const = default;
};
/// The percentages, ascending; always with 100, which is the missed promise itself, told or not.
std::vector<int> percents_of(const EscalationTable& table);
/// The table's line of this percentage; nullptr: nobody is told.
const EscalationStage* stage_of(const EscalationTable& table, int percent);

/// Percentages are 1 to 100 and ascend; each stage tells somebody, nobody twice.
std::vector<EscalationProblem> problems_of(const EscalationTable& table);

/// "assignee", "pod_lead", "coordinators", "managers": for programs.
std::string_view to_text(Addressee addressee);
std::optional<Addressee> addressee_from(std::string_view text);

/// Whom a warning goes to.
struct Told {
  enum class Why {
    named,           ///< those of the stage who are at work
    pod,             ///< none of those is: the members of the pod who are
    coordinators,    ///< nor any of them: the coordinators who are
    anybody,         ///< nor any of them: whoever is
    nobody_at_work,  ///< the stage's, to be read when they are back
    nobody_named,    ///< nor does the stage name anybody: no assignee, no lead, nobody of the role
  };
  std::vector<PersonId> people;  ///< ascending
  Why why{};
  bool operator==(const Told&) const = default;
};

/// Only people at work at `t` are told while there are any. `assignee` 0 is nobody's ticket: coordinators
/// stand for the assignee. `everybody` in any order, the assignee among them.
Told whom_to_tell(const EscalationStage& stage, PersonId assignee, std::span<const Colleague> everybody,
                  Instant t);

}  // namespace punctual::people
