#pragma once

#include <set>

#include "app/configuration/toml_table.h"
#include "desk/configuration/configuration.h"
#include "domain/time/zone_source.h"

namespace punctual::app {

// The sections of a desk.toml, each from the file's own table.

void read_profile(TomlTable& file, desk::Profile& profile);
void read_hours_section(TomlTable& file, desk::Configuration& configuration, const ZoneSource& zones,
                        Instant now);
void read_policies(TomlTable& file, desk::Configuration& configuration, const ZoneSource& zones, Instant now);
void read_directory(TomlTable& file, desk::Configuration& configuration, const ZoneSource& zones);
void read_mail(TomlTable& file, desk::Configuration& configuration);

/// A name that stands for one thing of a list: once only.
class Names {
 public:
  void add(TomlTable& table, std::string_view key, const std::string& name);
  void add(const std::string& name);
  bool known(const std::string& name) const;
  /// Refuses a name that stands for nothing, with the nearest one.
  void check(TomlTable& table, std::string_view key, const std::string& name, const char* what) const;

 private:
  std::vector<std::string> names_;  ///< as written
  std::set<std::string> folded_;
};

}  // namespace punctual::app
