#include "domain/agreement/simulation.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <limits>
#include <map>

#include "domain/agreement/rounding.h"

namespace punctual::agreement {

Simulation simulate(const std::vector<Version>& versions, std::vector<Entry> entries,
                    const std::vector<Approval>& approvals, std::span<const Missed> missed,
                    std::vector<Entry> imagined, Date before) {
  assert(!imagined.empty());
  const auto* version = version_at(versions, imagined.front().on);
  assert(version);
  // From the highest number down: no entry that is written down has one of those.
  const auto first = std::numeric_limits<std::int64_t>::max() - std::ssize(imagined);
  for (std::size_t i = 0; i < imagined.size(); ++i) imagined[i].id = first + static_cast<std::int64_t>(i);
  for (Entry& one : imagined) one.imagined = true;
  std::ranges::move(imagined, std::back_inserter(entries));
  Simulation found{.lines = {}, .grants = {}, .currency = version->terms.currency};
  std::map<std::int64_t, Minutes> at_rate;
  auto accounts = account(versions, entries, approvals, missed, before);
  for (auto& [agreement, allocation] : accounts.held)
    for (auto& line : allocation.lines) {
      if (line.entry < first) continue;
      if (line.outcome == Line::Outcome::allowance) {
        found.covered += line.minutes;
      } else {
        found.extra += line.minutes;
        auto& total = at_rate[line.rate];
        const auto before_it = agreement::price(total, line.rate);
        total += line.minutes;
        line.price = Money{agreement::price(total, line.rate) - before_it, found.currency};
        found.price += line.price->minor;
      }
      found.grants = allocation.grants;
      found.lines.push_back(std::move(line));
    }
  return found;
}

}  // namespace punctual::agreement
