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

}  // namespace punctual::app
