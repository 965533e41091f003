#include "app/sla/calendar_cache.h"

#include <boost/json.hpp>

#include "app/sla/calendar_json.h"

namespace punctual::batch {
namespace {

constexpr std::size_t most_young = 1024;
constexpr std::size_t most_young_bytes = 64 << 20;
// Calendars grow while they are asked, so their size is looked at now and then.
constexpr std::size_t asked_between_weighings = 256;

}  // namespace

std::expected<Calendar, std::string> CalendarCache::find(const boost::json::value& json) {
  {
    const std::lock_guard lock(mutex_);
    if (++asked_ % asked_between_weighings == 0) make_room();
    if (const auto known = young_.find(json); known != young_.end()) return known->second;
    if (const auto known = old_.find(json); known != old_.end()) {
      auto calendar = known->second;
      young_.insert(old_.extract(known));
      return calendar;
    }
  }
  auto read = read_calendar(json, zones_);
  if (read) keep(boost::json::value(json, {}), *read);  // out of the line's own storage
  return read;
}

void CalendarCache::keep(boost::json::value json, const Calendar& calendar) {
  const std::lock_guard lock(mutex_);
  if (young_.size() >= most_young) {
    old_ = std::move(young_);
    young_ = {};
  }
  young_.emplace(std::move(json), calendar);
}

void CalendarCache::make_room() {
  std::size_t bytes = 0;
  for (const auto& [json, calendar] : young_) bytes += calendar.bytes();
  if (bytes < most_young_bytes) return;
  old_ = std::move(young_);
  young_ = {};
}

}  // namespace punctual::batch
