#pragma once

#include <cstdint>

#include "store/sql/session.h"

namespace punctual::desk {

/// What may have ended, or gone out, since a backup was made.
struct Withdrawn {
  std::int64_t sessions = 0;
  std::int64_t tokens = 0;
  std::int64_t links = 0;  ///< that set a password
  std::int64_t mails = 0;  ///< that waited to be sent
};

/// Ends sessions, tokens and links, and marks waiting mails as not sent; written down in the desk's audit.
Withdrawn withdraw(store::Session& session, Instant made_at, Instant now);

}  // namespace punctual::desk
