#include "app/configuration/configuration_file.h"

#include <algorithm>
#include <tuple>

#include "app/configuration/sections.h"
#include "app/configuration/toml_text.h"

namespace punctual::app {

std::expected<desk::Configuration, std::vector<FileProblem>> read_configuration(std::string_view text,
                                                                                const ZoneSource& zones,
                                                                                Instant now) {
  std::vector<FileProblem> problems;
  if (text.size() > longest_configuration)
    return std::unexpected(std::vector{FileProblem{1, 1, {}, "is longer than 8 MB; shorten it"}});
  try {
    const toml::table parsed = toml::parse(text);
    desk::Configuration configuration;
    TomlTable file(parsed, {}, problems);
    read_profile(file, configuration.profile);
    read_hours_section(file, configuration, zones, now);
    read_policies(file, configuration, zones, now);
    read_directory(file, configuration, zones);
    read_agreements(file, configuration);
    read_mail(file, configuration);
    file.finish();
    if (problems.empty()) {
      put_in_order(configuration);
      return configuration;
    }
  } catch (const toml::parse_error& wrong) {
    const auto& at = wrong.source().begin;
    problems.push_back({at.line, at.column, {}, syntax_problem(wrong.description())});
  }
  std::ranges::stable_sort(problems, {},
                           [](const FileProblem& one) { return std::tuple(one.line, one.column); });
  return std::unexpected(std::move(problems));
}

}  // namespace punctual::app
