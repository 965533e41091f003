#pragma once

#include <string>

#include "domain/calendar/explain.h"

namespace punctual::app {

/// As people read it: "holiday: Christmas Day".
std::string in_words(const Stretch& stretch);

}  // namespace punctual::app
