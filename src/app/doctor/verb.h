#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// `punctual doctor`: whether a desk can do its work here, each finding with its remedy.
void add_doctor_verb(CLI::App& punctual, int& status);

}  // namespace punctual::app
