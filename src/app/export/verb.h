#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// `export-client`; its outcome goes to `status`.
void add_export_verb(CLI::App& punctual, int& status);

}  // namespace punctual::app
