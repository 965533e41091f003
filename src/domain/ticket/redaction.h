#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "domain/ticket/event.h"

namespace punctual {

/// What stands where words were removed.
inline constexpr std::string_view redacted_words = "[redacted]";

/// One message, or all that tells of the contact.
enum class Redaction { message, person };

/// The event with its words replaced, its attachments named no more; what clocks and people hang on stays.
/// Nothing where it has no such words (any more). Of a person only what they wrote is theirs: replies and
/// notes of the desk stay.
std::optional<TicketEvent> without_words(const TicketEvent& event, Redaction redaction);

/// The request copied to none of these addresses any more; nothing where it was not.
std::optional<TicketEvent> without_copies(const TicketEvent& event, std::span<const std::string> addresses);

}  // namespace punctual
