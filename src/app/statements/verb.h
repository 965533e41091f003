#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// statement. `status` becomes the process's exit code: 0 where it was printed, 1 where it could not be, 2
/// where what was asked for is not there.
void add_statement_verb(CLI::App& punctual, int& status);

}  // namespace punctual::app
