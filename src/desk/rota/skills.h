#pragma once

#include <optional>
#include <string>
#include <vector>

namespace punctual::desk {

/// What is wrong with the skills of a person or those a client needs, on the page and in the file alike: at
/// most 50, each on one line of at most 100 bytes, no two alike but for case. A sentence without its full
/// stop.
std::optional<std::string> problem_of_skills(const std::vector<std::string>& skills);

}  // namespace punctual::desk
