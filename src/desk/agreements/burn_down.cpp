#include "desk/agreements/burn_down.h"

#include <algorithm>

namespace punctual::desk {

namespace {

constexpr std::chrono::days longest{396};

/// By when they count.
std::vector<const agreement::Line*> taken_from_grants(const agreement::Allocation& allocation) {
  std::vector<const agreement::Line*> lines;
  for (const auto& line : allocation.lines)
    if (line.grant) lines.push_back(&line);
  std::ranges::stable_sort(lines, {}, [](const auto* line) { return line->counted; });
  return lines;
}

}  // namespace

std::vector<DayLeft> burn_down(const agreement::Accounts& accounts, Date today) {
  const auto begun = std::ranges::find_if(accounts.held.rbegin(), accounts.held.rend(), [&](const auto& one) {
    return one.agreement.versions.front().from <= today;
  });
  if (begun == accounts.held.rend()) return {};
  const auto& [agreement, allocation] = *begun;
  const Date last = agreement.end ? std::min(today, *agreement.end - std::chrono::days{1}) : today;
  const auto lines = taken_from_grants(allocation);
  auto next = lines.begin();
  std::vector<agreement::Minutes> used(allocation.grants.size());
  std::vector<DayLeft> days;
  for (Date day = std::max(agreement.versions.front().from, last - longest); day <= last;
       day += std::chrono::days{1}) {
    for (; next != lines.end() && (*next)->counted <= day; ++next) used[*(*next)->grant] += (*next)->minutes;
    auto& of_day = days.emplace_back(DayLeft{.on = day});
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!allocation.grants[i].usable(day)) continue;
      of_day.granted += allocation.grants[i].minutes;
      of_day.left += allocation.grants[i].minutes - used[i];
    }
  }
  return days;
}

}  // namespace punctual::desk
