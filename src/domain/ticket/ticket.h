#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/id.h"
#include "domain/ticket/event.h"
#include "domain/ticket/lifecycle.h"

namespace punctual {

/// A message or change that bears upon the clocks, as the ticket remembers it.
struct Milestone {
  enum class Kind {
    submitted,
    human_reply,
    client_reply,
    waited,
    resumed,
    resolved,
    reopened,
    triaged,
    rejudged
  };
  Instant at{};
  Kind kind{};
  int tier = 0;                                ///< of triaged
  PolicyId policy = {};                        ///< of rejudged
  std::optional<Instant> next_update_by = {};  ///< of human_reply with an expectation
  bool operator==(const Milestone&) const = default;
};

struct Link {
  TicketId other;
  Relation relation{};
  bool operator==(const Link&) const = default;
};

struct RatedAt {
  event::Rated rated;
  Instant at{};
  bool operator==(const RatedAt&) const = default;
};

/// A ticket as its journal folds: what decide() needs and what its row shows.
struct TicketState {
  std::int64_t version = 0;  ///< the seq of the last event
  Status status = Status::fresh;
  event::Submitted request;
  Instant submitted_at{};
  PolicyId policy;          ///< the version in force: that of the request until a rejudge
  std::optional<int> tier;  ///< nothing until triage
  int provisional_tier = 4;
  PodId pod;
  PersonId assignee;
  std::optional<Expectation> expectation;
  std::optional<Instant> first_replied_at;
  std::optional<Instant> resolved_at;
  std::optional<Instant> ended_at;  ///< when it became spam or was merged
  std::vector<Link> links;          ///< in the order they were made
  TicketId follower;  ///< goes on where this one was closed for good; id 0: none, or it has gone on since
  TicketId merged_into;
  std::vector<TicketId> absorbed;
  std::optional<RatedAt> rating;    ///< of the last resolution
  int times_rated = 0;              ///< since then
  std::vector<Estimate> estimates;  ///< by number; several may be approved, whose minutes add up
  std::vector<Milestone> milestones;
  std::vector<event::Warned> fired;
  std::size_t client_text = 0;  ///< bytes of what the client wrote: whoever opens the ticket reads all of it
  Instant recorded_at{};        ///< of the journal's last event
  Instant last_at{};  ///< when and by whom something was last done to this ticket: not a rejudge of all
  Actor last_actor;

  /// Whose promises hold: the assessed tier, else the provisional one (SEMANTICS 14b).
  int judged_tier() const { return tier.value_or(provisional_tier); }
  /// Somebody outside wrote last and nobody has answered.
  bool awaits_answer() const;
  /// Nothing where no estimate has this number.
  const Estimate* find_estimate(int number) const;
};

/// The ticket after the event. Pure: the same journal folds alike for ever.
TicketState evolve(TicketState ticket, const Recorded& recorded);
TicketState fold(std::span<const Recorded> journal);

/// The first words of the request, one line, at most 120 bytes of UTF-8, cut at a word.
std::string summary_of(std::string_view description);

}  // namespace punctual
