#pragma once

#include <vector>

#include "domain/time/instant.h"

namespace punctual {

/// The same set of instants as ascending intervals that neither overlap nor touch; empty ones are gone.
std::vector<Interval> merged(std::vector<Interval> intervals);

}  // namespace punctual
