#include "domain/people/recurring_gap.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace punctual::people {
namespace {

using std::chrono::days;

/// What gaps that are alike have in common.
auto likeness(const CoverageGap& gap, const TimeZone& zone) {
  const WallTime opens = zone.wall(gap.gap.over.opens);
  const auto date = std::chrono::floor<days>(opens);
  return std::tuple(std::chrono::weekday{date}.iso_encoding(), opens - date,
                    zone.wall(gap.gap.over.closes) - date, gap.gap.present, gap.causes, gap.endangered);
}

bool planned(const RecurringGap& gap) {
  return std::ranges::none_of(gap.first.causes, [](const Cause& cause) {
    return cause.kind == Cause::Kind::week || cause.kind == Cause::Kind::nobody;
  });
}

}  // namespace

std::vector<RecurringGap> recurring(std::vector<CoverageGap> gaps, const TimeZone& zone) {
  std::vector<RecurringGap> found;
  std::map<decltype(likeness(gaps.front(), zone)), std::size_t> places;
  for (CoverageGap& gap : gaps) {
    const Interval over = gap.gap.over;
    const auto [place, fresh] = places.try_emplace(likeness(gap, zone), found.size());
    if (fresh) found.push_back({std::move(gap), {}});
    found[place->second].times.push_back(over);
  }
  std::ranges::stable_partition(found, planned);
  return found;
}

}  // namespace punctual::people
