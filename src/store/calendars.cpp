#include "store/calendars.h"

#include <stdexcept>

#include "store/hours_json.h"

namespace punctual::store {

CalendarId insert_calendar(Session& session, const BusinessHours& hours) {
  const std::string text = hours_to_json(hours);
  session.prepare("INSERT INTO calendar (hours) VALUES (?)").bind(text).run();
  return {session.last_insert_id()};
}

BusinessHours read_calendar(Session& session, CalendarId id) {
  auto query = session.prepare("SELECT hours FROM calendar WHERE id = ?");
  if (!query.bind(id).step()) throw std::runtime_error("a stored calendar is missing");
  return hours_from_json(query.text(0));
}

}  // namespace punctual::store
