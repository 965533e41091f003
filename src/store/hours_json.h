#pragma once

#include <string>
#include <string_view>

#include "domain/calendar/business_hours.h"

namespace punctual::store {

/// Hours as rows keep them. Throws std::runtime_error where the text is damaged.
std::string hours_to_json(const BusinessHours& hours);
BusinessHours hours_from_json(std::string_view text);

}  // namespace punctual::store
