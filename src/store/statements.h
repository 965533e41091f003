#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// A statement that was issued, or a correction of one; its words are never changed.
struct StatementRow {
  StatementId id;
  std::string number;
  ClientId client;
  Date month;  ///< its first
  std::optional<StatementId> corrects{};
  std::string body{};  ///< JSON of desk::Statement
  Instant issued_at{};
  std::optional<PersonId> issued_by{};
};

StatementId insert_statement(Session& session, const StatementRow& row);
std::optional<StatementRow> find_statement(Session& session, StatementId id);
/// That of the month itself, no correction.
std::optional<StatementRow> find_statement(Session& session, ClientId client, Date month);
/// Newest first, without their bodies; of one client or month where it is given.
std::vector<StatementRow> read_statements(Session& session, std::optional<ClientId> client,
                                          std::optional<Date> month, int at_most);
/// The last month a client has a statement of.
std::optional<Date> last_stated_month(Session& session, ClientId client);
/// How many were issued with a number that begins so.
std::int64_t count_statements(Session& session, std::string_view prefix);

}  // namespace punctual::store
