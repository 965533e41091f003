#pragma once

#include <map>
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
/// After the clients.
void read_agreements(TomlTable& file, desk::Configuration& configuration);
void read_mail(TomlTable& file, desk::Configuration& configuration);

/// A name that stands for one thing of a list: once only.
class Names {
 public:
  void add(TomlTable& table, std::string_view key, const std::string& name);
  void add(const std::string& name);
  bool known(const std::string& name) const;
  /// Refuses a name that stands for nothing, with the nearest one.
  void check(TomlTable& table, std::string_view key, const std::string& name, const char* what) const;
  /// What a thing was called before: that of nothing else before, which is refused here, nor of anything that
  /// stands in the list, which `check_earlier` refuses once all of it is read. So no two continue the same.
  void add_earlier(TomlTable& table, const std::string& was, const std::string& name);
  void check_earlier();

 private:
  std::vector<std::string> names_;  ///< as written
  std::set<std::string> folded_;
  std::map<std::string, TomlTable> earlier_;  ///< by folded name, each with who was called so
};

}  // namespace punctual::app
