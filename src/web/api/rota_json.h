#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/rota/gate.h"
#include "web/api/hours_json.h"
#include "web/api/people_json.h"

namespace punctual::web {

struct PeriodJson {
  Instant from{};
  Instant to{};
};
BOOST_DESCRIBE_STRUCT(PeriodJson, (), (from, to))

std::vector<PeriodJson> periods_json(const std::vector<Interval>& intervals);

struct GapJson {
  Instant from{};
  Instant to{};
  int present = 0;
  int needed = 1;
  std::string cause;
  std::vector<NamedJson> endangers;  ///< at most `most_named`
  std::int64_t endangers_more = 0;
};
BOOST_DESCRIBE_STRUCT(GapJson, (), (from, to, present, needed, cause, endangers, endangers_more))
inline constexpr std::int64_t most_named = 20;

GapJson gap_json(const desk::Catalogue& catalogue, const people::CoverageGap& gap, int needed);

/// The first of gaps that are alike, how often it is, and when the last begins.
struct RecurringGapJson {
  GapJson first;
  std::int64_t times = 1;
  Instant last{};
};
BOOST_DESCRIBE_STRUCT(RecurringGapJson, (), (first, times, last))

RecurringGapJson recurring_gap_json(const desk::Catalogue& catalogue, const people::RecurringGap& gap,
                                    int needed);

/// As ["13:00", "17:00"]; null is all of a date.
using HoursOfDayJson = json::Nullable<std::vector<std::string>>;
HoursOfDayJson hours_of_day_json(const std::optional<WallInterval>& hours);

struct DueTicketJson {
  std::string ref;
  std::string summary;
  json::Nullable<NamedJson> client;
  json::Nullable<NamedJson> assignee;
  Instant due{};
};
BOOST_DESCRIBE_STRUCT(DueTicketJson, (), (ref, summary, client, assignee, due))

/// Nothing where the ticket is gone.
std::optional<DueTicketJson> due_ticket_json(const desk::Catalogue& catalogue, store::Session& session,
                                             TicketId id);

}  // namespace punctual::web
