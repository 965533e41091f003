#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/sla/calendar_cache.h"

namespace punctual::batch {

/// Answers one line of the protocol, always: with what was asked, or with what is wrong. Appends one line.
void answer(std::string_view line, CalendarCache& calendars, std::string& out);

/// The answer to a line that cannot be read; its id where that much could.
void answer_unreadable(std::string_view problem, std::string& out,
                       const std::optional<std::string>& id = std::nullopt);

}  // namespace punctual::batch
