#include "domain/time/time_zone.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace punctual {
namespace {

constexpr std::int64_t cycle = Seconds{civil_cycle}.count();
constexpr std::int64_t endless = std::numeric_limits<std::int64_t>::max();

std::int64_t count(Instant t) {
  return t.time_since_epoch().count();
}

/// How many whole cycles `x` must be taken back to fall before `end`.
std::int64_t cycles_beyond(std::int64_t x, std::int64_t end) {
  return x < end ? 0 : (x - end) / cycle + 1;
}

}  // namespace

// Segment i reaches from starts[i] up to starts[i + 1] (the last one without end) at offsets[i].
struct TimeZone::Table {
  std::string name;
  std::vector<std::string> abbreviations;
  std::vector<std::int64_t> starts;
  std::vector<std::int64_t> offsets;
  std::vector<std::uint8_t> abbreviation_of;
  std::vector<std::int64_t>
      reach;  // the first wall second not read up to the end of segment i: never descends
  std::int64_t known_until = endless;
  std::int64_t known_until_wall = endless;

  void add(std::int64_t start, const Transition& t) {
    auto known = std::ranges::find(abbreviations, t.abbreviation);
    if (known == abbreviations.end()) known = abbreviations.insert(known, t.abbreviation);
    starts.push_back(start);
    offsets.push_back(t.offset.count());
    abbreviation_of.push_back(static_cast<std::uint8_t>(known - abbreviations.begin()));
  }

  std::size_t segment(std::int64_t t) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts, t) - starts.begin()) - 1;
  }
};

TimeZone::TimeZone(std::string name, Transition before, std::span<const Transition> transitions,
                   Instant known_until) {
  auto table = std::make_shared<Table>();
  table->name = std::move(name);
  table->add(std::numeric_limits<std::int64_t>::min(), before);
  for (const auto& t : transitions) {
    assert(count(t.at) > table->starts.back());
    table->add(count(t.at), t);
  }
  const auto segments = table->starts.size();
  for (std::size_t i = 0; i + 1 < segments; ++i) {
    const auto end = table->starts[i + 1] + table->offsets[i];
    table->reach.push_back(i == 0 ? end : std::max(end, table->reach.back()));
  }
  table->reach.push_back(endless);
  if (known_until != Instant::max()) {
    table->known_until = count(known_until);
    table->known_until_wall = table->known_until + table->offsets[table->segment(table->known_until - 1)];
  }
  table_ = std::move(table);
}

TimeZone TimeZone::utc() {
  static const TimeZone zone = fixed("UTC", Seconds{0}, "UTC");
  return zone;
}

TimeZone TimeZone::fixed(std::string name, Seconds offset, std::string abbreviation) {
  return TimeZone(std::move(name), {Instant{}, offset, std::move(abbreviation)}, {});
}

const std::string& TimeZone::name() const {
  return table_->name;
}

Seconds TimeZone::offset_at(Instant t) const {
  const auto back = cycles_beyond(count(t), table_->known_until) * cycle;
  return Seconds{table_->offsets[table_->segment(count(t) - back)]};
}

Interval TimeZone::changes() const {
  const auto& table = *table_;
  if (table.starts.size() == 1) return {Instant::max(), Instant::min()};
  const auto last = table.known_until == endless ? table.starts.back() : table.known_until;
  return {Instant{Seconds{table.starts[1]}}, Instant{Seconds{last}}};
}

std::string_view TimeZone::abbreviation(Instant t) const {
  const auto back = cycles_beyond(count(t), table_->known_until) * cycle;
  return table_->abbreviations[table_->abbreviation_of[table_->segment(count(t) - back)]];
}

Instant TimeZone::first_at_or_after(WallTime w) const {
  std::size_t hint = 0;
  return first_at_or_after(w, hint);
}

Instant TimeZone::first_at_or_after(WallTime w, std::size_t& hint) const {
  const auto& table = *table_;
  const auto wanted = w.time_since_epoch().count();
  const auto back = cycles_beyond(wanted, table.known_until_wall) * cycle;
  const auto wall = wanted - back;
  // The first segment that comes to read `wall`: all before it end at or below it.
  auto i = hint;
  const bool fits = i < table.reach.size() && wall < table.reach[i] && (i == 0 || table.reach[i - 1] <= wall);
  if (!fits) {
    i = static_cast<std::size_t>(std::ranges::upper_bound(table.reach, wall) - table.reach.begin());
    hint = i;
  }
  return Instant{Seconds{std::max(table.starts[i], wall - table.offsets[i]) + back}};
}

}  // namespace punctual
