#pragma once

#include <CLI/CLI.hpp>

namespace punctual::app {

/// `punctual sla …`: batch for programs; due, elapsed, open and explain for people. The verb that runs leaves
/// its exit status in `status`, which must outlive the parsing.
void add_sla_verbs(CLI::App& punctual, int& status);

}  // namespace punctual::app
