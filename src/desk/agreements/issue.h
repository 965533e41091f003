#pragma once

#include <expected>
#include <string>

#include "desk/agreements/statement.h"
#include "desk/desk.h"
#include "store/statements.h"

namespace punctual::desk {

struct NotIssued {
  enum class Why { unknown, not_over, earlier_open, issued };
  Why why{};
  std::string detail{};
};

/// Freezes a client's month in the writer's transaction: numbers the statement, keeps it as it stands and
/// locks its time; who gets the client's statements is told. Months are issued in their order, once they are
/// over, from that in which the agreement began.
std::expected<StatementId, NotIssued> issue_statement(const Desk& desk, store::Session& session,
                                                      ClientId client, Date month, PersonId by, Instant now);

}  // namespace punctual::desk
