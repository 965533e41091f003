#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/agreement/allocation.h"
#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// What somebody worked on a ticket. Dates are the client's.
struct TimeEntryRow {
  TimeEntryId id;
  TicketId ticket;
  ClientId client;  ///< of the ticket; 0: none
  PersonId person;
  Date on;                        ///< of the work
  Date counts_on;                 ///< later than `on` where that month had been settled
  std::optional<Instant> from{};  ///< where the times of day are known, both
  std::optional<Instant> to{};
  std::int64_t inside = 0;   ///< minutes within business hours
  std::int64_t outside = 0;  ///< and outside them
  std::string kind{};        ///< of work; empty: none of those named
  std::string note{};
  bool courtesy = false;      ///< given away
  std::optional<int> tier{};  ///< the ticket's when the entry was locked
  int version = 1;
  Instant written_at{};
  std::optional<StatementId> statement{};  ///< that locks it

  std::int64_t minutes() const { return inside + outside; }
};

TimeEntryId insert_time_entry(Session& session, const TimeEntryRow& row);
/// Writes all but whose it is and what it is of, as the next version; false where another version than
/// `row`'s is there, or it is locked.
bool write_time_entry(Session& session, const TimeEntryRow& row);
std::optional<TimeEntryRow> find_time_entry(Session& session, TimeEntryId id);
/// By date of work.
std::vector<TimeEntryRow> time_entries_of(Session& session, TicketId ticket);

/// Which entries are looked for; nothing set is any.
struct TimeEntryFilter {
  std::optional<PersonId> person{};
  std::optional<ClientId> client{};
  Date first;
  Date last;  ///< both by the date of work
};
/// By date of work, at most so many.
std::vector<TimeEntryRow> time_entries(Session& session, const TimeEntryFilter& filter, int at_most);

/// All, in order of id from behind `after`.
std::vector<TimeEntryRow> read_time_entries(Session& session, TimeEntryId after, int at_most);
/// A client's that count before a date, by id; each has its tier: as locked, else its ticket's now.
std::vector<TimeEntryRow> time_entries_counted(Session& session, ClientId client, Date before);

/// What an entry is accounted as; it has its tier.
agreement::Entry worked(const TimeEntryRow& row);
/// What counts before a date is locked by the statement, under the tiers of now.
void lock_time_entries(Session& session, ClientId client, Date before, StatementId statement);

}  // namespace punctual::store
