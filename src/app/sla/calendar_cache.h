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
  static constexpr std::size_t usual_filling = 32 << 20;

  explicit CalendarCache(const ZoneSource& zones, std::size_t filling_bytes = usual_filling)
      : zones_(zones), filling_bytes_(filling_bytes) {}
  std::expected<Calendar, std::string> find(const boost::json::value& text);
  /// Memory taken, roughly: by the two fillings, texts and what was compiled of them.
  std::size_t bytes();

 private:
  struct Known {
    Calendar calendar;
    std::size_t text_bytes;
  };
  using Filling = std::unordered_map<boost::json::value, Known>;
  void keep(const boost::json::value& text, const Calendar& calendar);
  void make_room();

  const ZoneSource& zones_;
  const std::size_t filling_bytes_;
  std::mutex mutex_;
  Filling young_;
  Filling old_;
  std::size_t asked_ = 0;
};

}  // namespace punctual::batch
