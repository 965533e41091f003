#include "app/sla/short_answers.h"

#include <fmt/format.h>

#include <boost/json.hpp>

#include "app/sla/reason_names.h"
#include "app/sla/typed_time.h"
#include "domain/calendar/explain.h"
#include "domain/calendar/sentences.h"

namespace punctual::app {

Told tell_no_promise(const Calendar& calendar, Instant start, Target target) {
  const auto since = dated(start, calendar.zone());
  const auto why = calendar.next_opening(start)
                       ? format_target(target) + " are not used up within 60 years of " + since
                       : "the calendar does not open within 60 years of " + since;
  return {"no promise possible: " + why, {{"due", nullptr}}, false};
}

Told tell_due(const Calendar& calendar, Instant start, Target target) {
  const auto due = calendar.due(start, target);
  if (!due || !has_rfc3339(*due)) return tell_no_promise(calendar, start, target);
  return {dated_exactly(*due, calendar.zone()), {{"due", json_time(due)}}};
}

Told tell_elapsed(const Calendar& calendar, Instant from, Instant to) {
  const auto seconds = calendar.elapsed(from, to);
  auto words = fmt::format("{} ({} s)", spoken(seconds), seconds.count());
  if (to < from) words += ": --to lies before --from";
  return {std::move(words), {{"seconds", seconds.count()}}};
}

Told tell_open(const Calendar& calendar, Instant at) {
  const auto& zone = calendar.zone();
  if (calendar.is_open(at)) {
    const auto closes = calendar.closes_at(at);
    return {closes ? "open until " + dated_exactly(*closes, zone) : "open around the clock",
            {{"open", true}, {"closes", json_time(closes)}}};
  }
  const auto why = explain(calendar, at, at + Seconds{1}).stretches.back();
  const auto opens = calendar.next_opening(at);
  const auto reason = why.reason == Reason::closed ? "closed"
                      : why.name.empty() && why.reason == Reason::exception
                          ? "closed (exception)"
                          : "closed (" + in_words(why) + ")";
  return {
      reason + (opens ? ", opens " + dated_exactly(*opens, zone) : ", does not open within 60 years"),
      {{"open", false}, {"reason", to_text(why.reason)}, {"name", why.name}, {"opens", json_time(opens)}}};
}

}  // namespace punctual::app
