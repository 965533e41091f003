#pragma once

#include "domain/agreement/account.h"

namespace punctual::agreement {

/// What so much more work would be, nothing of it written down.
struct Simulation {
  std::vector<Line> lines;    ///< of the imagined entries
  std::vector<Grant> grants;  ///< that lines name
  Minutes covered = 0;        ///< by what is paid already
  Minutes extra = 0;          ///< beyond it, approved or not
  std::int64_t price = 0;     ///< of the extra minutes by themselves, in minor units
  Currency currency;
};

/// `imagined` are worked on one date, on which `versions` hold, after all `entries` that count before
/// `before`.
Simulation simulate(const std::vector<Version>& versions, std::vector<Entry> entries,
                    const std::vector<Approval>& approvals, std::span<const Missed> missed,
                    std::vector<Entry> imagined, Date before);

}  // namespace punctual::agreement
