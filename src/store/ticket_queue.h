#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "store/tickets.h"

namespace punctual::store {

/// What the queue is narrowed to. Active tickets come next due first, all others newest first.
struct QueueFilter {
  enum class State { active, one_status, all };
  State state = State::active;
  Status status{};                   ///< of State::one_status
  std::optional<PersonId> assignee;  ///< id 0: nobody
  std::optional<ClientId> client;
};

/// Where the page before ended.
struct QueueCursor {
  std::int64_t next_due = 0;
  std::int64_t id = 0;
};

struct QueuePage {
  std::vector<TicketRow> rows;
  std::optional<QueueCursor> next;
};

/// Each combination begins with an index in the page's order: nothing is sorted or counted over all tickets.
/// Its order is the next due first; of tickets that have none, the newest first.
QueuePage read_queue(Session& session, const QueueFilter& filter, std::optional<QueueCursor> from,
                     int at_most);

/// Tickets found by an address, or by the beginning of a contact's or part of a client's name; newest first.
std::vector<TicketRow> search_tickets(Session& session, std::string_view text, int at_most);
std::optional<TicketRow> find_ticket(Session& session, TicketId id);

/// What read_queue asks, so that a test can look at its plan.
std::string queue_sql(const QueueFilter& filter, bool from_cursor);

struct DueRow {
  TicketId id;
  ClientId client;  ///< 0: nobody's
  PodId pod;        ///< 0: given to none
  Instant due;
};
/// What is due next of active tickets in (from, to], the first first.
std::vector<DueRow> read_dues(Session& session, Instant from, Instant to);

/// Active tickets that were due before now; reads those alone.
std::int64_t count_late(Session& session, Instant now);
std::map<std::string, std::int64_t> read_counts(Session& session);
/// Of those: active tickets somebody has; of nobody (0) those without an assignee.
std::int64_t active_with(const std::map<std::string, std::int64_t>& counts, PersonId person);

}  // namespace punctual::store
