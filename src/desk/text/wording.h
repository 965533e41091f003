#pragma once

#include <string>
#include <string_view>

#include "domain/calendar/business_hours.h"
#include "domain/calendar/sentences.h"
#include "domain/calendar/target.h"
#include "domain/ticket/event.h"
#include "domain/ticket/impact.h"
#include "domain/ticket/lifecycle.h"
#include "domain/time/instant.h"
#include "domain/time/time_zone.h"

/// All the words that mails, pages and API share: instants, spans, targets, hours, impact, status, clocks.
namespace punctual::text {

/// "Tuesday".
std::string_view weekday_words(Date date);
/// "Tuesday 24 November"; with the year where it is not that of `today`.
std::string date_words(Date date);
std::string date_words(Date date, Date today);
/// "24 November 2026", "November 2026".
std::string day_words(Date date);
std::string month_words(Date date);
/// "5:00 pm", always with its minutes.
std::string time_words(WallTime wall);
/// "5 pm", "8:30 am", "midnight", "noon", or "17:00": minutes of a day, 1440 and beyond included.
std::string clock_words(int minutes_of_day, ClockFace face = ClockFace::of_12_hours);
/// "EST"; zones that only have an offset are "UTC+3", "UTC+5:30".
std::string zone_words_at(Instant t, const TimeZone& zone);
/// The zone whatever the season: "ET", "CT", "UTC", "London time".
std::string zone_words(const TimeZone& zone, Instant now);

/// "Tuesday 24 November, 5:00 pm EST"; with the year where it is not the present one.
std::string instant_words(Instant t, const TimeZone& zone, Instant now);
/// "today at 5:00 pm EST", "tomorrow at 9:00 am EST", "yesterday at …", otherwise "Tuesday 24 November at
/// 9:00 am EST".
std::string near_words(Instant t, const TimeZone& zone, Instant now);
/// What stands after "until" or "opens", for round hours: "5 pm ET", "tomorrow 8 am ET", "Tuesday 8 am ET",
/// "Tuesday 24 November 8 am ET".
std::string opening_words(Instant t, const TimeZone& zone, Instant now);

/// "1 h 12 min", "24 min", "2 h", "under a minute". Rounded half up to minutes; reversed is "0 min".
std::string duration_words(Seconds length);
/// "Build the form (development)".
std::string work_words(const EstimateLine& line);
/// "1 hour", "30 minutes", "1 business day".
std::string target_words(Target target);
/// As an adjective: "1-hour", "30-minute", "1-business-day".
std::string target_adjective(Target target);

/// "Monday–Friday, 8 am – 5 pm ET"; days of like hours are put together, in order: "Monday–Thursday, 8 am – 5
/// pm; Friday, 8 am – noon ET". Nothing open: "by appointment".
std::string hours_words(const WeeklyHours& weekly, const TimeZone& zone, Instant now,
                        ClockFace face = ClockFace::of_12_hours);
/// "8 am – noon and 1 pm – 5 pm", or "08:00–12:00 and 13:00–17:00"; "all day". Of an empty day nothing.
std::string day_hours_words(const DayHours& day, ClockFace face = ClockFace::of_12_hours);
/// "24 hours a day, every day".
std::string always_open_words();

/// For the choice on the form: "Business has stopped".
std::string_view impact_words(Impact impact);
/// And under it, which is meant.
std::string_view impact_hint(Impact impact);
/// To the client: "Received", "In progress", "Waiting on you", "Resolved", "Closed".
std::string_view status_words(Status status);
/// "First reply", "Next reply", "Resolution", "Next update".
std::string_view clock_name(ClockKind clock);
/// "340 kB", "2.4 MB".
std::string size_words(std::int64_t bytes);
/// "1 request", "3 requests".
std::string count_words(std::int64_t count, std::string_view one, std::string_view many);

}  // namespace punctual::text
