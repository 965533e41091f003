#pragma once

#include <vector>

#include "domain/agreement/terms.h"

namespace punctual::agreement {

/// A period, or the part of one, for which a version grants its allowance and asks its fee.
struct ChargedPeriod {
  const Terms* terms = nullptr;  ///< of the agreement
  Date from;                     ///< when it is granted and asked
  Date until;                    ///< of a block where its version ends, or Date::max()
  std::chrono::days whole{};  ///< the length of the period it is of; 0 of a block, which is granted at once
};

/// Those that begin before a date, in order. What began stands, whatever is agreed meanwhile: a version
/// begins where the period ends that the one before it had begun, so that no month that is over is granted
/// another allowance.
std::vector<ChargedPeriod> charged_periods(const Agreement& agreement, Date before);

/// What is asked as periods begin in [from, to), beside all work.
std::vector<Money> fees(const Agreement& agreement, Date from, Date to);

}  // namespace punctual::agreement
