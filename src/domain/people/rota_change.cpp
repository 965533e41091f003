#include "domain/people/rota_change.h"

#include <algorithm>
#include <cassert>

namespace punctual::people {
namespace {

using std::chrono::days;

constexpr int day = 24 * 60;

/// The dates that read otherwise than the week; each begins as what holds on it.
class Dates {
 public:
  explicit Dates(const BusinessHours& week) : week_(week) {}

  DayHours& on(Date d) {
    const auto [place, fresh] = dates_.try_emplace(d);
    if (fresh) place->second = week_.on(d);
    return place->second;
  }
  void drop(Date d, WallInterval part) {
    const auto known = dates_.find(d);
    const DayHours& there = known == dates_.end() ? week_.on(d) : known->second;
    if (std::ranges::none_of(there, [&](const WallInterval& hours) {
          return std::max(hours.open, part.open) < std::min(hours.close, part.close);
        }))
      return;
    DayHours before = std::move(on(d));
    on(d).clear();
    for (const WallInterval& hours : before) {
      keep(d, {hours.open, std::min(hours.close, part.open)});
      keep(d, {std::max(hours.open, part.close), hours.close});
    }
  }
  std::map<Date, DayHours> take() && { return std::move(dates_); }

 private:
  /// What is left of an interval beyond midnight is the next date's: an interval opens on its own date.
  void keep(Date d, WallInterval hours) {
    if (hours.close <= hours.open) return;
    if (hours.open >= day)
      on(d + days{1}).push_back({hours.open - day, hours.close - day});
    else
      on(d).push_back(hours);
  }

  const BusinessHours& week_;
  std::map<Date, DayHours> dates_;
};

bool gives_up(const RotaChange& change) {
  return change.kind != RotaChange::Kind::swap_extra;
}

template <class F>
void each_date(const RotaChange& change, F&& f) {
  for (Date d = change.first; d <= change.last; d += days{1}) f(d);
}

}  // namespace

BusinessHours at_work(BusinessHours week, std::span<const RotaChange> changes) {
  if (changes.empty()) return week;
  if (week.always_open) {
    week = {.zone = week.zone};
    week.weekly.fill({{0, day}});
  }
  Dates dates(week);
  for (const RotaChange& change : changes)
    if (!gives_up(change)) {
      assert(change.hours);
      each_date(change, [&](Date d) { dates.on(d).push_back(*change.hours); });
    }
  for (const RotaChange& change : changes)
    if (gives_up(change) && !change.hours) each_date(change, [&](Date d) { dates.on(d).clear(); });
  for (const RotaChange& change : changes)
    if (gives_up(change) && change.hours)
      each_date(change, [&](Date d) {
        const auto [open, close] = *change.hours;
        dates.drop(d - days{1}, {open + day, close + day});
        dates.drop(d, {open, close});
        dates.drop(d + days{1}, {std::max(0, open - day), close - day});
      });
  for (auto& [date, hours] : std::move(dates).take()) week.exceptions[date] = std::move(hours);
  return week;
}

}  // namespace punctual::people
