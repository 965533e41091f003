#pragma once

#include <expected>
#include <string>
#include <vector>

#include "desk/agreements/correction.h"
#include "desk/desk.h"
#include "store/statements.h"

namespace punctual::desk {

/// What is given back, in the client's favour alone: work that was forgotten is written down and counts in
/// the next month that is not stated yet.
struct AskedCorrection {
  std::string reason;
  std::vector<CorrectedLine> lines;
};

struct CorrectionRefused {
  enum class Why { unknown, invalid };
  Why why{};
  std::string field{};
  std::string detail{};
};

/// Issues a correction of the month's statement in the writer's transaction, and tells those who got the
/// statement. The statement stays as it is.
std::expected<StatementId, CorrectionRefused> correct_statement(const Desk& desk, store::Session& session,
                                                                ClientId client, Date month,
                                                                AskedCorrection asked, PersonId by,
                                                                Instant now);

}  // namespace punctual::desk
