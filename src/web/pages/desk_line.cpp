#include "web/pages/desk_line.h"

#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"

namespace punctual::web {

DeskLine desk_line_of(const DeskHours& hours, Instant now) {
  DeskLine line{.state = hours.open ? "open" : "closed", .verb = hours.open ? "until" : "opens"};
  line.now = hours.open ? "Open now" : hours.closed_for.empty() ? "Closed" : "Closed for " + hours.closed_for;
  if (hours.until) {
    line.then = line.verb + " " + text::opening_words(*hours.until, hours.zone, now);
    line.until = format_rfc3339(*hours.until);
  } else if (hours.open && hours.always_open) {
    line.then = "day and night";
  }
  return line;
}

}  // namespace punctual::web
