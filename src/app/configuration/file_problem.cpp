#include "app/configuration/file_problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace punctual::app {

namespace {

/// How many characters must be changed, left out or put in.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

constexpr std::size_t longest_compared = 60;

}  // namespace

std::string in_line(const FileProblem& problem, std::string_view file) {
  const auto place = fmt::format("{}:{}:{}: ", file, problem.line, problem.column);
  return place + (problem.key.empty() ? "" : problem.key + ": ") + problem.problem;
}

std::string_view nearest(std::string_view written, const std::vector<std::string_view>& known) {
  if (written.size() > longest_compared) return {};
  std::string_view best;
  std::size_t least = 1 + std::max<std::size_t>(written.size() / 3, 1);  // at most a third is mistyped
  for (const auto name : known)
    if (const auto far = distance(written, name); far < least) {
      least = far;
      best = name;
    }
  return best;
}

}  // namespace punctual::app
