#pragma once

#include "domain/calendar/business_hours.h"
#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Hours as a row that nothing changes any more: an edit writes another one (SEMANTICS 20a).
CalendarId insert_calendar(Session& session, const BusinessHours& hours);
/// Throws std::runtime_error where there is no such row or it is damaged.
BusinessHours read_calendar(Session& session, CalendarId id);

}  // namespace punctual::store
