#pragma once

#include <iosfwd>

namespace punctual {

/// `punctual sla batch`: one question a line, one answer a line, in any order; every line but a blank one is
/// answered. Uses all cores; memory is bounded however long the input. Returns the exit status: 0 unless
/// `in` or `out` broke. Fastest after std::ios::sync_with_stdio(false).
int run_sla_batch(std::istream& in, std::ostream& out);

}  // namespace punctual
