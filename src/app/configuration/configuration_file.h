#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "app/configuration/file_problem.h"
#include "desk/configuration/configuration.h"
#include "domain/time/zone_source.h"

namespace punctual::app {

/// Bytes of a file; a desk with thousands of clients has less.
inline constexpr std::size_t longest_configuration = 8'000'000;

/// Reads a desk.toml (examples/desk.toml shows all of it), in order, checked as far as can be without the
/// desk: or all that is wrong, in the order of the file.
std::expected<desk::Configuration, std::vector<FileProblem>> read_configuration(std::string_view text,
                                                                                const ZoneSource& zones,
                                                                                Instant now);

/// As read_configuration reads it; the same for what is the same.
std::string written(const desk::Configuration& configuration);

}  // namespace punctual::app
