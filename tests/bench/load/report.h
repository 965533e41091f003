#pragma once

#include <cstdio>
#include <optional>
#include <string>

namespace punctual::bench {

/// Figures, one JSON object a line on standard output; with `--json FILE` into that file, and a table on
/// standard output.
class Report {
 public:
  Report(std::string bench, int argc, char** argv);
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;
  ~Report();

  void add(const std::string& figure, double value, const std::string& unit);
  /// A figure beside another way of doing the same: ratio is value / other.
  void add_beside(const std::string& figure, double value, const std::string& unit, const std::string& beside,
                  double other);

 private:
  void add(const std::string& figure, double value, const std::string& unit, const std::string& beside,
           std::optional<double> ratio);

  std::string bench_;
  std::FILE* json_;
  bool table_;
};

/// The value after `name`, if it is there.
std::optional<std::string> argument(int argc, char** argv, const std::string& name);

}  // namespace punctual::bench
