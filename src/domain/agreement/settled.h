#pragma once

#include "domain/agreement/version.h"

namespace punctual::agreement {

/// Whether two agreements say the same of everything before a date: what was stated of it stands. `from`,
/// terms, what is promised and what was bought; an end on the date or later is none.
bool same_before(const std::vector<Version>& a, const std::vector<Version>& b, Date date);

}  // namespace punctual::agreement
