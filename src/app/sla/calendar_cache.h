#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <expected>
#include <mutex>
#include <string>
#include <unordered_map>

#include "domain/calendar/calendar.h"
#include "domain/time/zone_source.h"

namespace punctual::batch {

/// Calendars by the text that wrote them, so that what repeats is compiled once. Bounded: what was not asked
/// for during one whole filling is dropped at the end of the next.
class CalendarCache {
 public:
  explicit CalendarCache(const ZoneSource& zones) : zones_(zones) {}
  std::expected<Calendar, std::string> find(const boost::json::value& json);

 private:
  using Known = std::unordered_map<boost::json::value, Calendar>;
  void keep(boost::json::value json, const Calendar& calendar);
  void make_room();

  const ZoneSource& zones_;
  std::mutex mutex_;
  Known young_;
  Known old_;
  std::size_t asked_ = 0;
};

}  // namespace punctual::batch
