#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/rota/edit.h"
#include "web/api/problem.h"
#include "web/http/reply.h"

namespace punctual::web {

// What people write of dates and hours; what is no such thing is noted in `wrong` at its place.

Date read_date(const std::string& text, const std::string& place, std::vector<ProblemField>& wrong);
/// ["13:00", "17:00"]; nothing is all of a date.
std::optional<WallInterval> read_hours_of_day(const std::optional<std::vector<std::string>>& hours,
                                              const std::string& place, std::vector<ProblemField>& wrong);
/// A few sentences at most.
std::string read_note(const std::optional<std::string>& note, const std::string& place,
                      std::vector<ProblemField>& wrong);

Reply refused(const desk::RotaRefused& why);

}  // namespace punctual::web
