#pragma once

#include <string>
#include <vector>

namespace punctual::app::doctor {

/// How something stands: as it should, worth a look, or so that the desk cannot do its work.
enum class State { fine, doubtful, wrong };

/// One thing that was looked at, in a sentence, with its remedy where it is not fine.
struct Finding {
  std::string area;
  State state{};
  std::string found;
  std::string remedy;
};
using Findings = std::vector<Finding>;

inline Finding fine(std::string area, std::string found) {
  return {std::move(area), State::fine, std::move(found), {}};
}
inline Finding doubtful(std::string area, std::string found, std::string remedy) {
  return {std::move(area), State::doubtful, std::move(found), std::move(remedy)};
}
inline Finding wrong(std::string area, std::string found, std::string remedy) {
  return {std::move(area), State::wrong, std::move(found), std::move(remedy)};
}

}  // namespace punctual::app::doctor
