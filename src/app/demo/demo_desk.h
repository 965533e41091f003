#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/configuration/configuration.h"
#include "desk/desk.h"

namespace punctual::app::demo {

/// A person of the demo, as printed at every start.
struct DemoPerson {
  people::Role role{};
  std::string name;
  std::string email;
  std::string password;
};

/// Who can sign in at the demo desk: coordinators first, then managers, then members. Empty at a desk of
/// one's own.
std::vector<DemoPerson> demo_people(const desk::Desk& desk);

/// Three words and a number from the folder's key: the same at every start, another in every folder.
std::string demo_password(const desk::Desk& desk, std::string_view email);

/// The example desk that comes with the binary, as its file says.
const desk::Configuration& agency();

}  // namespace punctual::app::demo
