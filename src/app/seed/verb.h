#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// `punctual seed --tickets N --data DIR`: a desk to measure.
void add_seed_verb(CLI::App& punctual, int& status);

}  // namespace punctual::app
