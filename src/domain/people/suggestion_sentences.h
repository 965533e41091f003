#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/people/suggestion.h"

namespace punctual::people {

/// "At work now, until Thursday 5 March, 17:00.", "Has 7 active tickets, 3 more than the least loaded.": one
/// a reason, in their order, for staff; times in `zone`.
std::vector<std::string> suggestion_sentences(const Suggestion& suggestion, const TimeZone& zone);

/// "Nobody can have it by Friday 6 March, 09:00. It goes to Ana Reyes, who leads the pod and is at work.";
/// empty where somebody can. `name` is whom it escalates to.
std::string escalation_sentence(const Suggestions& suggestions, const TimeZone& zone, std::string_view name);

}  // namespace punctual::people
