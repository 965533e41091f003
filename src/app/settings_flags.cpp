#include "app/settings_flags.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "app/exit_status.h"

namespace punctual::app {

namespace {

std::optional<std::string> environment(std::string_view variable) {
  const char* value = std::getenv(std::string(variable).c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace

void add_settings(CLI::App& verb, Flags& flags, std::initializer_list<std::string_view> as_flags,
                  Extent extent) {
  verb.add_option("--config", flags.config, "a TOML file with settings")->type_name("FILE");
  std::string footer = "Settings, in the file / in the environment:\n";
  for (const auto& setting : settings()) {
    const bool flag = std::ranges::find(as_flags, setting.key) != as_flags.end();
    if (extent == Extent::flags_alone && !flag) continue;
    footer += "  " + std::string(setting.key) + " / " + std::string(setting.variable) + "\n      " +
              std::string(setting.meaning) + "\n";
    if (!flag) continue;
    verb.add_option_function<std::string>(
            "--" + std::string(setting.key),
            [&flags, key = std::string(setting.key)](const std::string& value) {
              flags.settings.emplace_back(key, value);
            },
            std::string(setting.meaning))
        ->type_name(setting.key == "data"     ? "DIR"
                    : setting.key == "listen" ? "HOST:PORT"
                                              : "TEXT");
  }
  verb.footer(footer + "Flags win over the environment, the environment over the file.");
}

Config configured(const Flags& flags) {
  auto config = read_config(flags.config, environment, flags.settings);
  if (config) return *config;
  std::cerr << "punctual: " << config.error() << '\n';
  std::exit(wrong_use);
}

}  // namespace punctual::app
