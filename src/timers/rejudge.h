#pragma once

#include <functional>
#include <set>
#include <string_view>

#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::timers {

/// Makes the running tickets follow the newest calendar, those the last stop left as well; how many it were.
/// One that cannot be read is logged, passed over and added to `unread`, whose tickets are not tried.
int rejudge_running(const desk::Desk& desk, store::Writer& writer, Instant now, std::set<TicketId>& unread,
                    const std::function<void(std::string_view)>& log);

}  // namespace punctual::timers
