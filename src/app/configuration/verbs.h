#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// apply, export and mail preview.
void add_configuration_verbs(CLI::App& punctual, int& status);

}  // namespace punctual::app
