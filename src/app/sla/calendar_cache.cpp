#include "app/sla/calendar_cache.h"

#include <boost/json.hpp>

#include "app/sla/calendar_json.h"

namespace punctual::batch {
namespace {

namespace json = boost::json;

constexpr std::size_t most_in_a_filling = 1024;
// Calendars grow while they are asked, a few megabytes at most; so their size is looked at now and then.
constexpr std::size_t asked_between_weighings = 32;

std::size_t bytes_of(const json::value& value) {
  auto sum = sizeof(json::value);
  if (const auto* text = value.if_string()) sum += text->size();
  if (const auto* array = value.if_array())
    for (const auto& entry : *array) sum += bytes_of(entry);
  if (const auto* object = value.if_object())
    for (const auto& [key, entry] : *object) sum += 2 * sizeof(void*) + key.size() + bytes_of(entry);
  return sum;
}

std::size_t bytes_of(const auto& filling) {
  std::size_t sum = 0;
  for (const auto& [text, known] : filling) sum += known.text_bytes + known.calendar.bytes();
  return sum;
}

}  // namespace

std::expected<Calendar, std::string> CalendarCache::find(const json::value& text) {
  {
    const std::lock_guard lock(mutex_);
    if (++asked_ % asked_between_weighings == 0) make_room();
    if (const auto found = young_.find(text); found != young_.end()) return found->second.calendar;
    if (const auto found = old_.find(text); found != old_.end()) {
      auto calendar = found->second.calendar;
      young_.insert(old_.extract(found));
      return calendar;
    }
  }
  auto read = read_calendar(text, zones_);
  if (read) keep(text, *read);
  return read;
}

std::size_t CalendarCache::bytes() {
  const std::lock_guard lock(mutex_);
  return bytes_of(young_) + bytes_of(old_);
}

void CalendarCache::keep(const json::value& text, const Calendar& calendar) {
  const Known known{calendar, bytes_of(text)};
  // What would be a filling by itself is not worth it.
  if (known.text_bytes + calendar.bytes() >= filling_bytes_) return;
  json::value kept(text, {});  // out of the line's own storage
  const std::lock_guard lock(mutex_);
  young_.emplace(std::move(kept), known);
  if (known.text_bytes + calendar.bytes() >= filling_bytes_ / asked_between_weighings) make_room();
}

void CalendarCache::make_room() {
  if (young_.size() < most_in_a_filling && bytes_of(young_) < filling_bytes_) return;
  old_ = std::move(young_);
  young_ = {};
}

}  // namespace punctual::batch
