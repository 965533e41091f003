#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/configuration/configuration.h"

namespace punctual::desk {

/// What applying a configuration does to one thing.
struct Difference {
  enum class Kind { added, changed, removed };
  Kind kind{};
  std::string section;               ///< as the file calls it: "people", "hours"
  std::string subject;               ///< "ann@quillmoor.example"; empty where a section is one thing
  std::vector<std::string> details;  ///< "role: manager, was member"
  bool operator==(const Difference&) const = default;
};
std::string_view to_text(Difference::Kind kind);

/// Section by section; empty when nothing differs. Both are in order; without a `before` all is added.
std::vector<Difference> differences(const Configuration* before, const Configuration& after);

/// Who stands in `before` for the entry of `after`: by its own name, or what it was; nullptr: it is new.
const PodEntry* counterpart(const Configuration& before, const PodEntry& after);
const PersonEntry* counterpart(const Configuration& before, const PersonEntry& after);
const ClientEntry* counterpart(const Configuration& before, const ClientEntry& after);

}  // namespace punctual::desk
