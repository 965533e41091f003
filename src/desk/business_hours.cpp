#include "desk/business_hours.h"

#include <boost/describe.hpp>
#include <stdexcept>

#include "domain/time/rfc3339.h"
#include "store/calendars.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/policies.h"

namespace punctual::desk {

namespace {

constexpr std::string_view setting = "business_hours";

struct EntryJson {
  std::string date;
  std::string name;
  std::string source;
  bool struck_out = false;
};
BOOST_DESCRIBE_STRUCT(EntryJson, (), (date, name, source, struck_out))

struct Stored {
  std::int64_t calendar = 0;
  std::optional<std::vector<EntryJson>> holidays;  // absent: those of the calendar, by hand
};
BOOST_DESCRIBE_STRUCT(Stored, (), (calendar, holidays))

[[noreturn]] void damaged() {
  throw std::runtime_error("the desk's stored business hours are damaged");
}

}  // namespace

HoursVersion HoursVersion::of(BusinessHours rules, std::vector<HolidayEntry> holidays) {
  HoursVersion made{.hours = std::move(rules), .holidays = std::move(holidays)};
  made.hours.holidays.clear();
  for (const auto& entry : made.holidays)
    if (!entry.struck_out) made.hours.holidays.emplace(entry.date, entry.name);
  return made;
}

std::vector<HolidayEntry> entries_of(const BusinessHours& rules) {
  std::vector<HolidayEntry> entries;
  for (const auto& [date, name] : rules.holidays) entries.push_back({date, name, {}, false});
  return entries;
}

HoursVersion read_hours(store::Session& session) {
  const auto row = store::read_setting(session, setting);
  if (!row) throw std::runtime_error("the data folder holds no business hours yet");
  const auto stored = json::from_json<Stored>(row->body);
  if (!stored) damaged();
  const CalendarId calendar{stored->calendar};
  auto rules = store::read_calendar(session, calendar);
  std::vector<HolidayEntry> holidays;
  if (stored->holidays) {
    for (const auto& entry : *stored->holidays) {
      const auto date = parse_date(entry.date);
      if (!date) damaged();
      holidays.push_back({*date, entry.name, entry.source, entry.struck_out});
    }
  } else {
    holidays = entries_of(rules);
  }
  auto hours = HoursVersion::of(std::move(rules), std::move(holidays));
  hours.version = row->version;
  hours.at = row->at;
  hours.calendar = calendar;
  return hours;
}

int hours_version(store::Session& session) {
  return store::setting_version(session, setting);
}

std::optional<Instant> first_hours_at(store::Session& session) {
  return store::setting_began_at(session, setting);
}

HoursVersion write_hours(store::Session& session, HoursVersion hours, Instant now) {
  if (!hours.calendar) hours.calendar = store::insert_calendar(session, hours.hours);
  Stored stored{hours.calendar.value, std::vector<EntryJson>{}};
  for (const auto& entry : hours.holidays)
    stored.holidays->push_back({format_date(entry.date), entry.name, entry.source, entry.struck_out});
  hours.version = store::write_setting(session, setting, json::to_json(stored), now);
  hours.at = now;
  return hours;
}

}  // namespace punctual::desk
