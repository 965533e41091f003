#pragma once

// Rotas as chance makes them, and coverage once more, minute by minute from the rules alone: slow, and short
// enough to be seen to be right. It knows neither Calendar nor at_work.

#include <algorithm>
#include <set>

#include "domain/calendar/random_hours.test.h"
#include "domain/people/rota_coverage.h"

namespace punctual::people {

struct HandmadeZones : ZoneSource {
  std::optional<TimeZone> find(std::string_view name) const override {
    for (const auto& zone : all())
      if (zone.name() == name) return zone;
    return std::nullopt;
  }
  static const std::vector<TimeZone>& all() {
    static const std::vector<TimeZone> zones{zones::new_york(),  zones::madrid(),   zones::lord_howe(),
                                             zones::sao_paulo(), zones::st_johns(), TimeZone::utc()};
    return zones;
  }
};

/// Whether somebody, or a promise, has the minute.
class SlowWeek {
 public:
  SlowWeek(BusinessHours week, std::vector<RotaChange> changes, Interval over)
      : week_(std::move(week)),
        changes_(std::move(changes)),
        zone_(HandmadeZones().find(week_.zone).value()),
        begin_(over.opens - days{4}) {
    auto highest = zone_.wall(begin_);
    for (auto t = begin_; t < over.closes; t += minutes{1}) {
      highest = std::max(highest, zone_.wall(t));
      read_.push_back(highest);
    }
  }

  bool has(Instant t) const {
    const auto read = read_.at(static_cast<std::size_t>((t - begin_) / minutes{1}));
    const auto today = std::chrono::floor<days>(read);
    bool there = false;
    for (auto d = today - days{3}; d <= today; d += days{1}) {
      const auto within = [&](const WallInterval& hours) {
        return WallTime{d} + minutes{hours.open} <= read && read < WallTime{d} + minutes{hours.close};
      };
      for (const auto& change : changes_) {
        const bool takes = change.kind == RotaChange::Kind::swap_extra;
        if (!takes && change.hours && covers(change, d) && within(*change.hours)) return false;
        there = there || (takes && covers(change, d) && !off(d) && within(*change.hours));
      }
      there = there || (!off(d) && std::ranges::any_of(planned(d), within));
    }
    return there;
  }

 private:
  using days = std::chrono::days;
  using minutes = std::chrono::minutes;

  static bool covers(const RotaChange& change, Date d) { return change.first <= d && d <= change.last; }
  bool off(Date d) const {
    return std::ranges::any_of(changes_, [&](const RotaChange& change) {
      return change.kind != RotaChange::Kind::swap_extra && !change.hours && covers(change, d);
    });
  }
  DayHours planned(Date d) const {
    if (week_.always_open) return {{0, 1440}};
    for (const auto& [date, hours] : week_.exceptions)
      if (date == d) return hours;
    for (const auto& [date, _] : week_.holidays)
      if (date == d) return {};
    const auto* weekly = &week_.weekly;
    for (const auto& [from, later] : week_.weekly_from)
      if (from <= d) weekly = &later;
    return weekly->at(std::chrono::weekday{d}.iso_encoding() - 1);
  }

  BusinessHours week_;
  std::vector<RotaChange> changes_;
  TimeZone zone_;
  Instant begin_;
  std::vector<WallTime> read_;  // for each minute the highest time the wall clock has read so far
};

/// One pod by chance, and the same as its rules.
struct ChanceRota {
  std::map<Date, std::string> holidays;
  std::vector<BusinessHours> weeks;
  std::vector<std::vector<RotaChange>> changes;  ///< of each member
  std::vector<BusinessHours> promises;
  int needed = 1;
  Interval over;

  Rota rota() const {
    Rota made{{}, {{.id = {1}, .needed = needed}}, {}, Calendar::always(TimeZone::utc())};
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      const PersonId id{static_cast<std::int64_t>(i) + 1};
      made.workers.push_back(std::make_shared<const Worker>(
          Worker::of(id, with_holidays(weeks[i], holidays), changes[i], HandmadeZones()).value()));
      made.pods[0].members.push_back(id);
    }
    for (const auto& promise : promises)
      made.clients.push_back({{static_cast<std::int64_t>(made.clients.size()) + 1},
                              {1},
                              countable(promise, HandmadeZones().find(promise.zone).value())});
    return made;
  }
  std::vector<Gap> pieces() const {
    const auto made = rota();
    return RotaCoverage(made, over).pieces(made.pods[0]);
  }
  std::vector<SlowWeek> slow_members() const {
    std::vector<SlowWeek> slow;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      auto week = weeks[i];
      week.holidays.insert(holidays.begin(), holidays.end());
      slow.emplace_back(week, changes[i], over);
    }
    return slow;
  }
  std::vector<SlowWeek> slow_promises() const {
    std::vector<SlowWeek> slow;
    for (const auto& promise : promises) slow.emplace_back(promise, std::vector<RotaChange>{}, over);
    return slow;
  }
};

namespace chance {

using namespace punctual::chance;

/// Near a change of the clocks; in some of them those of two zones change within days.
inline Place crowded_place() {
  using zones::utc;
  static const std::vector<Place> places{
      {zones::new_york(), utc(2024, 3, 10, 7)},      {zones::new_york(), utc(2024, 11, 3, 6)},
      {zones::madrid(), utc(2024, 3, 31, 1)},        {zones::madrid(), utc(2024, 10, 27, 1)},
      {zones::lord_howe(), utc(2024, 4, 6, 15)},     {zones::lord_howe(), utc(2024, 10, 5, 15, 30)},
      {zones::sao_paulo(), utc(2018, 11, 4, 3)},     {zones::sao_paulo(), utc(2019, 2, 17, 2)},
      {zones::st_johns(), utc(2006, 10, 29, 2, 31)}, {TimeZone::utc(), utc(2024, 2, 29)},
  };
  return *rc::gen::elementOf(places);
}

inline Date date_near(const Place& where) {
  return where.zone.date(where.change) + std::chrono::days{*rc::gen::inRange(-5, 6)};
}

inline RotaChange change(const Place& where) {
  const auto first = date_near(where);
  const auto kind = static_cast<RotaChange::Kind>(*rc::gen::inRange(0, 4));
  std::optional<WallInterval> part;
  if (kind == RotaChange::Kind::swap_extra || *rc::gen::arbitrary<bool>()) part = interval();
  return {kind, first, first + std::chrono::days{*rc::gen::inRange(0, 3)}, part};
}

inline BusinessHours week(const Place& where) {
  auto made = hours({*rc::gen::elementOf(HandmadeZones::all()), where.change});
  made.always_open = *rc::gen::inRange(0, 12) == 0;
  return made;
}

inline ChanceRota rota(const Place& where) {
  using std::chrono::days;
  ChanceRota made;
  for (int n = *rc::gen::inRange(0, 3); n > 0; --n) made.holidays[date_near(where)] = "Founders' Day";
  for (int n = *rc::gen::inRange(0, 5); n > 0; --n) {
    made.weeks.push_back(week(where));
    auto& changes = made.changes.emplace_back();
    for (int m = *rc::gen::inRange(0, 4); m > 0; --m) changes.push_back(change(where));
  }
  for (int n = *rc::gen::inRange(1, 4); n > 0; --n) made.promises.push_back(week(where));
  made.needed = *rc::gen::inRange(1, 4);
  const auto from = std::chrono::floor<std::chrono::minutes>(where.change) - days{4};
  made.over = {from, from + days{8}};
  return made;
}

}  // namespace chance
}  // namespace punctual::people
