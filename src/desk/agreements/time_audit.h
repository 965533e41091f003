#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>

#include "domain/time/rfc3339.h"
#include "store/time_entries.h"

namespace punctual::desk {

// What the audit holds of a time entry. Members' names are its JSON.

struct EntryJson {
  std::string date;
  std::optional<Instant> from;
  std::optional<Instant> to;
  std::int64_t inside = 0;
  std::int64_t outside = 0;
  std::string kind;
  std::string note;
  bool courtesy = false;
  bool operator==(const EntryJson&) const = default;
};
BOOST_DESCRIBE_STRUCT(EntryJson, (), (date, from, to, inside, outside, kind, note, courtesy))

/// Of an event `time_logged`.
struct LoggedJson {
  TicketId ticket;
  PersonId person;
  EntryJson entry;
};
BOOST_DESCRIBE_STRUCT(LoggedJson, (), (ticket, person, entry))

/// Of an event `time_corrected`.
struct CorrectedJson {
  std::string reason;
  EntryJson was;
  EntryJson is;
};
BOOST_DESCRIBE_STRUCT(CorrectedJson, (), (reason, was, is))

inline EntryJson entry_json(const store::TimeEntryRow& row) {
  return {format_date(row.on), row.from, row.to, row.inside, row.outside, row.kind, row.note, row.courtesy};
}

}  // namespace punctual::desk
