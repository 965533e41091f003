#include "app/sla/typed_time.h"

#include <fmt/format.h>

#include "domain/calendar/sentences.h"
#include "domain/time/rfc3339.h"

namespace punctual::app {
namespace {

constexpr std::size_t date_length = 10;     // 2024-03-08
constexpr std::size_t minutes_length = 16;  // 2024-03-08 16:30
constexpr std::size_t seconds_length = 19;  // 2024-03-08 16:30:05

}  // namespace

std::optional<Instant> parse_typed_time(std::string_view text, const TimeZone& zone, Instant now) {
  if (text == "now") return now;
  if (text.size() < minutes_length) return std::nullopt;
  std::string whole(text);
  if (whole[date_length] == ' ') whole[date_length] = 'T';
  if (whole.size() == minutes_length || whole[minutes_length] != ':') whole.insert(minutes_length, ":00");
  if (whole.size() != seconds_length) return parse_rfc3339(whole);
  const auto read = parse_rfc3339(whole + "Z");
  if (!read) return std::nullopt;
  return zone.first_at_or_after(WallTime{read->time_since_epoch()});
}

std::string dated(Instant t, const TimeZone& zone) {
  auto text = spoken(t, zone);
  const std::chrono::year_month_day date{zone.date(t)};
  text.insert(text.find(','), fmt::format(" {}", static_cast<int>(date.year())));
  return text.append(" ").append(zone.abbreviation(t));
}

std::string dated_exactly(Instant t, const TimeZone& zone) {
  if (!has_rfc3339(t)) return dated(t, zone);
  return dated(t, zone) + " (" + format_rfc3339(t) + ")";
}

}  // namespace punctual::app
