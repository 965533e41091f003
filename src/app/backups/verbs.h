#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// backup, restore and verify. `status` becomes the process's exit code.
void add_backup_verbs(CLI::App& punctual, int& status);

}  // namespace punctual::app
