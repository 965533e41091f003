#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/id.h"
#include "store/judged_promises.h"
#include "store/sql/session.h"

namespace punctual::store {

/// A statement that was issued, or a correction of one; its words never change, but for what is redacted.
struct StatementRow {
  StatementId id;
  std::string number;
  ClientId client;
  Date month;  ///< its first
  std::optional<StatementId> corrects{};
  std::string body{};  ///< JSON of desk::Statement, or desk::Correction
  Instant issued_at{};
  std::optional<PersonId> issued_by{};
  std::int64_t given_back = 0;     ///< minutes, by a correction
  std::optional<Date> given_on{};  ///< from when on they are of use
};

StatementId insert_statement(Session& session, const StatementRow& row);
std::optional<StatementRow> find_statement(Session& session, StatementId id);
/// That of the month itself, no correction.
std::optional<StatementRow> find_statement(Session& session, ClientId client, Date month);
/// What a statement names, beside its words.
struct Stated {
  std::vector<TicketId> tickets;
  std::vector<JudgedPromise> missed;
};
void write_stated(Session& session, StatementId id, ClientId client, const Stated& stated);
/// The promises missed in a client's months that are stated, as they stood then; by due.
std::vector<JudgedPromise> stated_misses(Session& session, ClientId client);
/// Those that name the ticket's request.
std::vector<StatementId> statements_naming(Session& session, TicketId ticket);
void rewrite_statement(Session& session, StatementId id, std::string_view body);
/// Newest first, without their bodies; of one client or month where it is given. At most below zero: all.
std::vector<StatementRow> read_statements(Session& session, std::optional<ClientId> client,
                                          std::optional<Date> month, int at_most);
/// Corrections of a client's month, oldest first.
std::vector<StatementRow> read_corrections(Session& session, ClientId client, Date month);
/// Those that gave a client minutes back, without their bodies.
std::vector<StatementRow> read_given_back(Session& session, ClientId client);
/// The last month a client has a statement of.
std::optional<Date> last_stated_month(Session& session, ClientId client);
/// How many were issued with a number that begins so.
std::int64_t count_statements(Session& session, std::string_view prefix);

}  // namespace punctual::store
