#include "desk/rota/rota_rules.h"

#include <algorithm>

#include "desk/rota/skills.h"
#include "domain/calendar/hours_problems.h"

namespace punctual::desk {
namespace {

using people::RotaChange;
using people::Worker;
using std::chrono::days;
using Why = RotaRefused::Why;

RotaRefused invalid(std::string field, std::string detail) {
  return {Why::invalid, std::move(field), std::move(detail)};
}

bool well_formed(WallInterval hours) {
  return hours.open >= 0 && hours.open < 24 * 60 && hours.open < hours.close &&
         hours.close <= hours.open + 24 * 60;
}

Seconds worked(const Worker& worker, Date first, Date last) {
  const TimeZone& zone = worker.at_work.zone();
  return worker.at_work.elapsed(zone.midnight(first), zone.midnight(last + days{2}));
}

/// How much more the same worker has to do, with one change more, in the days it may touch.
Seconds added_by(const RotaChange& change, const Worker& worker) {
  auto changes = worker.changes;
  changes.push_back(change);
  auto changed = worker;
  changed.at_work = people::countable(people::at_work(*worker.week, changes), worker.at_work.zone());
  return worked(changed, change.first - days{1}, change.last) -
         worked(worker, change.first - days{1}, change.last);
}

bool overlapping(DayHours day) {
  std::ranges::sort(day);
  return std::ranges::adjacent_find(
             day, [](const WallInterval& a, const WallInterval& b) { return b.open < a.close; }) != day.end();
}

constexpr std::string_view weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<RotaRefused> overlap_in(const WeeklyHours& week, const std::string& field) {
  for (std::size_t i = 0; i < week.size(); ++i) {
    const std::string place = field + "." + std::string(weekdays[i]);
    if (overlapping(week[i]))
      return invalid(place, "Two stretches of work overlap; make them one, or let the second begin later.");
    const auto& next = week[(i + 1) % week.size()];
    for (const WallInterval& hours : week[i])
      for (const WallInterval& after : next)
        if (after.open < hours.close - 24 * 60)
          return invalid(place, "The night runs into the next day's hours; end it, or begin them later.");
  }
  return std::nullopt;
}

}  // namespace

bool over(const RotaChange& change, const Worker& worker, Instant now) {
  return change.last < worker.at_work.zone().date(now);
}

bool begun(const store::SwapRow& swap, const Worker& worker, Instant now) {
  const Date today = worker.at_work.zone().date(now);
  return swap.on.date < today || (swap.off && swap.off->date < today);
}

std::optional<RotaRefused> problem_of(const RotaChange& change, const Worker& worker, Instant now) {
  const Date today = worker.at_work.zone().date(now);
  if (change.last < change.first)
    return invalid("last_date", "It ends before it begins; give the dates the other way round.");
  if (change.first < today - (change.kind == RotaChange::Kind::absence ? days{7} : days{0}))
    return invalid("first_date", "It begins in the past; begin today or later.");
  if (change.last - change.first >= longest_change)
    return invalid("last_date", "It is longer than a year; divide it.");
  if (change.first > today + furthest_change)
    return invalid("first_date", "It begins more than five years from now; look at the year.");
  if (change.hours && !well_formed(*change.hours))
    return invalid("hours", "Give hours of a length, such as 13:00 to 17:00.");
  if (added_by(change, worker) >= Seconds{0})
    return invalid("first_date", "They are not at work then anyway; choose days of their week.");
  return std::nullopt;
}

std::optional<RotaRefused> problem_of(const edit::Swap& swap, const Worker& worker, Instant now) {
  const Date today = worker.at_work.zone().date(now);
  if (!swap.on.hours || !well_formed(*swap.on.hours))
    return invalid("on.hours", "Say which hours are taken on, such as 08:00 to 17:00.");
  if (swap.on.date < today) return invalid("on.date", "It is past; choose today or later.");
  if (swap.on.date > today + furthest_change)
    return invalid("on.date", "It is more than five years from now; look at the year.");
  if (added_by({RotaChange::Kind::swap_extra, swap.on.date, swap.on.date, swap.on.hours}, worker) <=
      Seconds{0})
    return invalid("on.date", "They are at work then already, or off; choose hours that are free.");
  if (!swap.off) return std::nullopt;
  if (swap.off->date < today) return invalid("off.date", "It is past; choose today or later.");
  if (swap.off->date > today + furthest_change)
    return invalid("off.date", "It is more than five years from now; look at the year.");
  if (swap.off->hours && !well_formed(*swap.off->hours))
    return invalid("off.hours", "Give hours of a length, such as 13:00 to 17:00.");
  if (added_by({RotaChange::Kind::swap_off, swap.off->date, swap.off->date, swap.off->hours}, worker) >=
      Seconds{0})
    return invalid("off.date", "They are not at work then anyway; choose a day of their week.");
  return std::nullopt;
}

std::optional<RotaRefused> problem_of(const edit::ChangeSkills& change) {
  if (const auto wrong = problem_of_skills(change.skills)) return invalid("skills", *wrong + ".");
  return std::nullopt;
}

std::optional<RotaRefused> problem_of(const BusinessHours& week, const ZoneSource& zones, Instant now) {
  for (const auto& wrong : problems_of(week, zones, now))
    if (!wrong.confirmable)
      return invalid(wrong.place == "zone" ? "time_zone" : wrong.place, wrong.problem + "; " + wrong.remedy);
  if (auto wrong = overlap_in(week.weekly, "weekly")) return wrong;
  std::size_t n = 0;
  for (const auto& [date, from] : week.weekly_from)
    if (auto wrong = overlap_in(from, "weekly_from[" + std::to_string(n++) + "].weekly")) return wrong;
  return std::nullopt;
}

}  // namespace punctual::desk
