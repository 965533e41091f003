#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// coverage. `status` becomes the process's exit code: 0 without a gap, 1 where one is told, 2 where it
/// cannot be told.
void add_coverage_verb(CLI::App& punctual, int& status);

}  // namespace punctual::app
