#pragma once

#include <string>
#include <vector>

#include "domain/calendar/sentences.h"
#include "domain/sla/explained_clock.h"

namespace punctual::sla {

/// A goal is reached or passed, never missed (SEMANTICS 14a).
enum class Judged { as_promise, as_goal };

/// Why the clock stands as it does, in the wall time of `zone`: a sentence a stretch up to what is decided
/// (where there are many, one a week, a month or a year), then what was promised and the verdict. Clients
/// read "4:30 pm", staff "16:30" as everywhere in their app.
std::vector<std::string> sentences(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                                   Audience audience, Judged judged = Judged::as_promise);

}  // namespace punctual::sla
