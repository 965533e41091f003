#pragma once

#include <string>
#include <vector>

#include "desk/rota/gate.h"

namespace punctual::app {

/// "Friday 4 December 08:00–17:00, every week until Friday 26 November 2027 (9 h): nobody is there; nobody's
/// week has it", in the desk's zone; `needed` should be there.
std::string gap_words(const desk::Catalogue& catalogue, const people::RecurringGap& gap, int needed,
                      Instant now);

/// What the gate shows of a change, a line each, with the tickets due and who could cover.
std::vector<std::string> opening_lines(const desk::Catalogue& catalogue, const desk::GateView& view,
                                       Instant now);

/// Those lines under one heading, the first dozen of them, and that there are more: `more` gaps have no line.
std::string opened_words(const std::vector<std::string>& lines, std::int64_t more);

}  // namespace punctual::app
