#include "domain/agreement/account.h"

#include <algorithm>

namespace punctual::agreement {
namespace {

bool held(const Agreement& agreement, Date on) {
  return agreement.versions.front().from <= on && (!agreement.end || on < *agreement.end);
}

template <class Thing>
std::vector<Thing> of(const Agreement& agreement, std::span<const Thing> all) {
  std::vector<Thing> found;
  for (const Thing& one : all)
    if (held(agreement, one.on)) found.push_back(one);
  return found;
}

/// What was approved is used once, whichever agreement the work falls under.
void use(std::vector<Approval>& approvals, const std::vector<Line>& lines) {
  for (const Line& line : lines) {
    if (line.outcome != Line::Outcome::charged || line.decided != Term::approval) continue;
    const auto used = std::ranges::find_if(approvals, [&](const Approval& one) {
      return one.ticket == line.estimated && one.estimate == line.estimate;
    });
    used->minutes -= line.minutes;
    if (used->most) used->most->minor -= line.price->minor;
  }
}

Agreement nothing() {
  return {.versions = {{.from = Date::max(),
                        .currency = Currency::of("EUR").value(),
                        .allowance = {},
                        .kinds = {{}},
                        .rounding = {}}}};
}

}  // namespace

Accounts account(const std::vector<Version>& versions, std::span<const Entry> entries,
                 std::vector<Approval> approvals, std::span<const Missed> missed, Date before) {
  Accounts found;
  for (auto& agreement : agreements_of(versions)) {
    auto allocation = allocate(agreement, of(agreement, entries), approvals, of(agreement, missed), before);
    use(approvals, allocation.lines);
    found.held.push_back({std::move(agreement), std::move(allocation)});
  }
  std::vector<Entry> rest;
  for (const Entry& entry : entries)
    if (std::ranges::none_of(found.held, [&](const Account& one) { return held(one.agreement, entry.on); }))
      rest.push_back(entry);
  found.outside = allocate(nothing(), rest, {}, {}, before).lines;
  return found;
}

}  // namespace punctual::agreement
