#include "report.h"

#include <stdexcept>

namespace punctual::bench {

std::optional<std::string> argument(int argc, char** argv, const std::string& name) {
  for (int i = 1; i + 1 < argc; ++i)
    if (argv[i] == name) return argv[i + 1];
  return std::nullopt;
}

Report::Report(std::string bench, int argc, char** argv)
    : bench_(std::move(bench)), json_(stdout), table_(false) {
  const auto path = argument(argc, argv, "--json");
  if (!path) return;
  json_ = std::fopen(path->c_str(), "a");
  table_ = true;
  if (!json_) throw std::runtime_error("cannot write " + *path);
}

Report::~Report() {
  if (json_ != stdout) std::fclose(json_);
}

void Report::add(const std::string& figure, double value, const std::string& unit) {
  add(figure, value, unit, {}, std::nullopt);
}

void Report::add_beside(const std::string& figure, double value, const std::string& unit,
                        const std::string& beside, double other) {
  add(beside, other, unit);
  add(figure, value, unit, beside, value / other);
}

void Report::add(const std::string& figure, double value, const std::string& unit, const std::string& beside,
                 std::optional<double> ratio) {
  const std::string named = beside.empty() ? "null" : '"' + beside + '"';
  const std::string number = ratio ? std::to_string(*ratio) : "null";
  std::fprintf(json_,
               R"({"bench":"%s","figure":"%s","value":%.3f,"unit":"%s","beside":%s,"ratio":%s})"
               "\n",
               bench_.c_str(), figure.c_str(), value, unit.c_str(), named.c_str(), number.c_str());
  std::fflush(json_);
  if (!table_) return;
  std::printf("%-28s %12.2f %-6s %s", figure.c_str(), value, unit.c_str(), beside.c_str());
  if (ratio) std::printf(" %.3f", *ratio);
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace punctual::bench
