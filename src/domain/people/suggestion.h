#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/people/colleague.h"

namespace punctual::people {

/// What of a ticket bears on who should have it.
struct TicketNeed {
  std::vector<std::string> skills;  ///< its client's, each once
  std::optional<Instant> due;       ///< the next of its clocks' or its next update, whichever is first
  Instant now;                      ///< from when on somebody may have it
  /// What somebody must have of their own hours before the due instant to answer at all.
  Seconds enough = std::chrono::minutes{15};
};

/// A colleague as they might have it. "Lately" is whatever the caller counts by, the same for everybody.
struct Candidate {
  Colleague colleague;
  std::vector<std::string> skills;
  int active_tickets = 0;
  int resolved_for_client = 0;
  int resolved_for_site = 0;
  int given_in_7_days = 0;
  std::optional<Instant> last_given;  ///< when they were last given any ticket; nothing: never
};

/// Why somebody should have it, or should not. What each weighs is a table in suggestion_reasons.cpp.
struct Reason {
  enum class Kind {
    at_work_now,      ///< until `at`, if they ever leave
    at_work_from,     ///< `at`, in time, and nobody who can is there hours before
    at_work_later,    ///< the same, `more` hours after the first of those who can
    too_little_time,  ///< `length` of their hours from `at` on, before it is due
    away,             ///< until `at`, if they ever are back; after the due instant
    pod_member,       ///< of the pod that serves the client
    other_pod,        ///< or none
    all_skills,       ///< and some are needed
    lacks_skill,      ///< `name`
    knows_client,     ///< `count` lately resolved
    knows_site,       ///< `count` lately resolved
    least_loaded,     ///< `count` active, none has fewer of those who can
    more_loaded,      ///< `count` active, `more` than the least loaded of those who can
    least_recently,   ///< given a ticket `at`, or never: longest ago of those who can
    given_more,       ///< `count` in 7 days, `more` than who was given the fewest of those who can
    other_role,       ///< `role`: their work is another
  };
  enum class Side { speaks_for, speaks_against, rules_out };
  Kind kind{};
  int count = 0;
  int more = 0;
  std::optional<Instant> at;
  Seconds length{0};
  std::string name;
  Role role = Role::member;
  bool operator==(const Reason&) const = default;
};
Reason::Side side_of(Reason::Kind kind);

struct Suggestion {
  PersonId person;
  bool eligible = false;
  int points = 0;               ///< the sum of what the reasons weigh; pod and skills go before all points
  std::vector<Reason> reasons;  ///< in the order of `Reason::Kind`
};

/// Whom it goes to where nobody is eligible.
struct EscalatesTo {
  enum class As {
    pod_lead,       ///< at work now, as the next two
    coordinator,    ///< the one with the fewest active tickets
    manager,        ///< the same
    first_at_work,  ///< nobody of those is: whoever is next, `at`
    nobody,         ///< nobody is at work within the promises' horizon
  };
  As as{};
  PersonId person;
  Instant at;
  bool operator==(const EscalatesTo&) const = default;
};

struct Suggestions {
  /// By then somebody must be at work: the due instant or, where there is none or it has passed, two business
  /// days of the desk from now. Where it has passed and somebody is there for `enough` from now on, until
  /// then.
  Instant until;
  std::vector<Suggestion> candidates;       ///< everybody, the eligible first, best first
  std::optional<EscalatesTo> escalates_to;  ///< where nobody is eligible
};

/// Who could have the ticket. Eligible is only who is at work between `now` and `until` for `enough` time, or
/// all that is left where that is less; of what is late already, while anybody is at work, only who is:
/// nobody away is ever suggested. Among those the client's pod comes first, then who lacks the fewest skills,
/// then who has the most points; of equals who was given a ticket least recently, then the lower id: the
/// order of `candidates` does not matter. The others follow in the same order.
Suggestions suggest(const TicketNeed& need, std::span<const Candidate> candidates,
                    const Calendar& desk_hours);

}  // namespace punctual::people
