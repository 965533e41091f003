#pragma once

#include <CLI/CLI.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/config.h"

namespace punctual::app {

/// What the command line says of settings.
struct Flags {
  std::optional<std::filesystem::path> config;
  std::vector<std::pair<std::string, std::string>> settings;
};

/// The settings a verb takes as flags; all of them come from the file and the environment too, and the verb's
/// help tells which: all, or those alone.
enum class Extent { all, flags_alone };
void add_settings(CLI::App& verb, Flags& flags, std::initializer_list<std::string_view> as_flags,
                  Extent extent = Extent::all);

/// Reads the configuration, or says what is wrong with it and ends the process.
Config configured(const Flags& flags);

}  // namespace punctual::app
