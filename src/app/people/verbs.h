#pragma once

#include <CLI/CLI.hpp>

#include "app/admin_verbs.h"

namespace punctual::app {

/// person invite, person deactivate and person list. `status` becomes the process's exit code.
void add_person_verbs(CLI::App& punctual, int& status);

/// token create, token list and token revoke.
void add_token_verbs(CLI::App& punctual, int& status);

// What each asks of whoever holds the folder.

/// The link where the password is set; it is printed whether it also goes by mail or not, so that the first
/// manager of a desk gets in. One who is known gets a new one.
Told person_invite(const HeldDesk& held, const Ask& ask, const desk::Progress&);
/// What it would open, as JSON that told_leaving reads; an error where they cannot be deactivated so.
Told person_leaving(const HeldDesk& held, const Ask& ask, const desk::Progress&);
struct Leaving {
  std::vector<std::string> opens;  ///< gaps, a line each
  std::int64_t more = 0;           ///< that have no line
  std::string seen;                ///< of desk::GateView
};
std::optional<Leaving> told_leaving(const std::string& result);
/// In the knowledge of ask.note, the `seen` of what was told.
Told person_deactivate(const HeldDesk& held, const Ask& ask, const desk::Progress&);
/// Address, name, role, state and open tickets, a line each.
Told person_list(const HeldDesk& held, const Ask& ask, const desk::Progress&);

}  // namespace punctual::app
