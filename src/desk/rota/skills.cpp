#include "desk/rota/skills.h"

#include <fmt/format.h>

#include <set>

#include "desk/text/one_line.h"
#include "store/text/fold.h"

namespace punctual::desk {
namespace {

constexpr std::size_t most_skills = 50;
constexpr std::size_t longest_skill = 100;  // bytes
constexpr std::size_t most_quoted = 40;

}  // namespace

std::optional<std::string> problem_of_skills(const std::vector<std::string>& skills) {
  if (skills.size() > most_skills)
    return fmt::format("{} are named; name at most {}", skills.size(), most_skills);
  std::set<std::string> met;
  for (const auto& skill : skills) {
    if (skill.empty() || skill != text::one_line(skill, longest_skill))
      return fmt::format("\"{}\" is not a word or a few on one line of at most {} bytes; name it anew",
                         text::one_line(skill, most_quoted), longest_skill);
    if (!met.insert(store::fold_case(skill)).second)
      return fmt::format("\"{}\" is there twice; name each skill once", skill);
  }
  return std::nullopt;
}

}  // namespace punctual::desk
