#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace punctual::app {

/// Something wrong with a configuration file, with its remedy.
struct FileProblem {
  unsigned line = 1;
  unsigned column = 1;
  std::string key;      ///< "people[3].role"; empty: the file itself
  std::string problem;  ///< "\"boss\" is no role; write coordinator, member or manager"
  bool operator==(const FileProblem&) const = default;
};
BOOST_DESCRIBE_STRUCT(FileProblem, (), (line, column, key, problem))

/// "desk.toml:12:8: people[3].role: …"
std::string in_line(const FileProblem& problem, std::string_view file);

/// The name of those that was probably meant; empty where none is near.
std::string_view nearest(std::string_view written, const std::vector<std::string_view>& known);

}  // namespace punctual::app
