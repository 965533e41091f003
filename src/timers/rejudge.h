#pragma once

#include <functional>
#include <set>
#include <string_view>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::timers {

/// Makes running tickets follow the newest calendar, those the last stop left as well: a handful, so that
/// nothing else waits long. True while there may be more. One that cannot be read is logged, passed over and
/// added to `unread`, whose tickets are not tried.
bool rejudge_some(const desk::Desk& desk, store::Writer& writer, Instant now, std::set<TicketId>& unread,
                  const std::function<void(std::string_view)>& log);

}  // namespace punctual::timers
