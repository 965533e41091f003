#include "domain/people/steps.h"

#include <algorithm>

namespace punctual::people {

void Steps::clear() {
  steps_.clear();
  ends_.clear();
}

void Steps::add(std::span<const Interval> stretches, int n) {
  for (const Interval& there : stretches) {
    steps_.push_back({there.opens, n});
    steps_.push_back({there.closes, -n});
  }
  ends_.push_back(steps_.size());
}

void Steps::add(std::span<const Step> steps) {
  steps_.insert(steps_.end(), steps.begin(), steps.end());
  ends_.push_back(steps_.size());
}

std::span<const Step> Steps::sorted() {
  merged_.resize(steps_.size());
  // Neighbours are merged two by two, until one run is left.
  while (ends_.size() > 1) {
    std::size_t kept = 0;
    auto from = steps_.cbegin();
    auto into = merged_.begin();
    for (std::size_t i = 0; i < ends_.size(); i += 2) {
      const auto end = ends_[std::min(i + 1, ends_.size() - 1)];
      const auto middle = steps_.cbegin() + static_cast<std::ptrdiff_t>(ends_[i]);
      const auto to = steps_.cbegin() + static_cast<std::ptrdiff_t>(end);
      into = std::merge(from, middle, middle, to, into,
                        [](const Step& a, const Step& b) { return a.at < b.at; });
      from = to;
      ends_[kept++] = end;
    }
    ends_.resize(kept);
    steps_.swap(merged_);
  }
  return steps_;
}

std::vector<Interval> nobody_there(std::span<const Step> steps, Interval over) {
  std::vector<Interval> found;
  int present = 0;
  Instant from = over.opens;
  for (auto step = steps.begin(); step != steps.end();) {
    const Instant at = step->at;
    const int before = present;
    for (; step != steps.end() && step->at == at; ++step) present += step->change;
    if (before == 0 && present > 0 && from < at) found.push_back({from, at});
    if (before > 0 && present == 0) from = at;
  }
  if (present == 0 && from < over.closes) found.push_back({from, over.closes});
  return found;
}

std::vector<Gap> lacking(std::span<const Interval> promised, std::span<const Step> steps, int needed) {
  std::vector<Gap> pieces;
  auto step = steps.begin();
  int present = 0;
  for (const Interval& open : promised) {
    for (Instant from = open.opens; from < open.closes;) {
      for (; step != steps.end() && step->at <= from; ++step) present += step->change;
      const Instant to = step == steps.end() ? open.closes : std::min(step->at, open.closes);
      if (present < needed) {
        if (!pieces.empty() && pieces.back().over.closes == from && pieces.back().present == present)
          pieces.back().over.closes = to;
        else
          pieces.push_back({{from, to}, present});
      }
      from = to;
    }
  }
  return pieces;
}

}  // namespace punctual::people
