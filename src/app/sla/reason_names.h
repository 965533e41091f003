#pragma once

#include <string>
#include <string_view>

#include "domain/calendar/explain.h"

namespace punctual::app {

/// As JSON names it: "holiday".
std::string_view name_of(Reason reason);
/// As people read it: "holiday: Christmas Day".
std::string in_words(const Stretch& stretch);

}  // namespace punctual::app
