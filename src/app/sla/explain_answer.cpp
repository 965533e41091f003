#include "app/sla/explain_answer.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "app/sla/reason_names.h"
#include "app/sla/short_answers.h"
#include "app/sla/timeline.h"
#include "app/sla/typed_time.h"
#include "domain/calendar/business_dates.h"
#include "domain/calendar/explain.h"
#include "domain/calendar/sentences.h"

namespace punctual::app {
namespace {

namespace json = boost::json;

json::object as_json(const Explanation& made, const std::vector<std::string>& said) {
  json::array stretches;
  for (const auto& stretch : made.stretches)
    stretches.push_back({{"from", json_time(stretch.time.opens)},
                         {"to", json_time(stretch.time.closes)},
                         {"reason", to_text(stretch.reason)},
                         {"name", stretch.name},
                         {"counted_seconds", stretch.counted.count()}});
  return {{"from", json_time(made.from)},
          {"to", json_time(made.to)},
          {"seconds", made.total.count()},
          {"stretches", std::move(stretches)},
          {"sentences", json::array(said.begin(), said.end())}};
}

/// Which date is business day 1, 2, …; 0 is the one the start counts from.
std::string table_of(const std::vector<Date>& days) {
  std::string text;
  for (std::size_t n = 0; n < days.size(); ++n)
    text +=
        fmt::format("  Business day {:<3}  {}{}\n", n, short_date(days[n]), n == 0 ? "  (counted from)" : "");
  return text + '\n';
}

}  // namespace

Told explain_due(const Calendar& calendar, Instant start, Target target, const TimeZone& zone) {
  const auto due = calendar.due(start, target);
  if (!due || !has_rfc3339(*due)) return tell_no_promise(calendar, start, target);
  const auto made = explain(calendar, start, *due);
  const auto said = sentences(made, zone);
  auto object = as_json(made, said);
  object["due"] = json_time(due);
  std::string days;
  if (target.in_business_days()) {
    const auto walked = business_dates(calendar, start, target.amount);
    json::array dates;
    for (const auto date : walked) dates.push_back(json::value(format_date(date)));
    object["business_days"] = std::move(dates);
    days = table_of(walked);
  }
  return {fmt::format("{} from {}\nis due {}\n\n{}{}\n{}", format_target(target), dated_exactly(start, zone),
                      dated_exactly(*due, zone), days, timeline(made, zone), said.back()),
          std::move(object)};
}

Told explain_elapsed(const Calendar& calendar, Instant from, Instant to, const TimeZone& zone) {
  const auto made = explain(calendar, from, to);
  const auto said = sentences(made, zone);
  return {fmt::format("From {}\nto   {}\n\n{}\n{}", dated_exactly(from, zone), dated_exactly(to, zone),
                      timeline(made, zone), said.back()),
          as_json(made, said)};
}

}  // namespace punctual::app
