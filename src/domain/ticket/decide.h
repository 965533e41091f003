#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "domain/calendar/calendar.h"
#include "domain/ticket/redaction.h"
#include "domain/ticket/ticket.h"

namespace punctual {

/// What may be asked of a ticket that exists. Intentions, never setters.
namespace command {
struct Triage {
  int tier = 0;
  PodId pod;
  PersonId assignee;
};
/// Another has it from now on, since who has it goes away, for now or earlier than it is due.
struct HandOver {
  PersonId to;
  std::string why;   ///< a sentence
  std::string note;  ///< for who takes it over; may be empty
};
/// Who has it works here no more; id 0: to nobody, the coordinators assign it.
struct Bequeath {
  PersonId to;
};
struct Reply {
  std::string body;
  std::optional<Expectation> expectation;
  /// Goes with it, when there is work that the terms do not cover. Whoever asks has counted minutes and price
  /// by the client's terms and made the digest.
  std::optional<EstimateOffer> estimate = {};
};
/// A contact's, whose right to approve whoever asks has looked at.
struct DecideEstimate {
  int number = 0;
  std::string digest;  ///< of the version that was shown
  EstimateAnswer answer{};
  std::string name;
};
struct WithdrawEstimate {
  int number = 0;
};
struct ClientReply {
  std::string body;
  std::vector<AttachedFile> attachments;
  std::optional<TicketId> via = {};  ///< as of event::ClientReplied
};
struct Note {
  std::string body;
};
struct Wait {};
struct Resume {};
struct Resolve {
  std::string message;
};
struct Reopen {};
struct MarkSpam {};
/// Both sides are asked in one transaction. A link that is there already, or gone, is no event.
struct Link {
  TicketId other;
  Relation relation = Relation::related;
};
struct Unlink {
  TicketId other;
};
/// `may_merge` has looked at both sides.
struct Merge {
  TicketId into;
};
struct Absorb {
  TicketId source;
  bool awaits_answer = false;
};
struct Rate {
  Rating rating{};
  std::string comment;
};
/// `remains` is what `without_words` leaves of each event that is to go.
struct Redact {
  std::string reason;
  Redaction of = Redaction::message;
  std::vector<event::Remains> remains;
};
/// A timer's: whatever stage is due at `now`, if any still is (SEMANTICS 19a).
struct Fire {
  std::optional<event::Warned> stage;
};
/// The calendar changed: what `rejudged` says of this ticket.
struct Rejudge {
  event::Rejudged verdict;
};
}  // namespace command

using TicketCommand =
    std::variant<command::Triage, command::HandOver, command::Bequeath, command::Reply, command::ClientReply,
                 command::Note, command::Wait, command::Resume, command::Resolve, command::Reopen,
                 command::MarkSpam, command::Link, command::Unlink, command::Merge, command::Absorb,
                 command::Rate, command::Redact, command::Fire, command::Rejudge, command::DecideEstimate,
                 command::WithdrawEstimate>;

struct Assignable {
  PersonId id;
  std::string name;
  bool active = true;
  Calendar hours;  ///< when they are at work
  std::vector<PodId> pods;
};

/// What decisions are taken by, beside the ticket itself.
struct Terms {
  std::span<const Assignable> people;
  std::span<const PodId> pods;
  const TimeZone* zone = nullptr;  ///< in which times are said; none: that of whom they are about
  Seconds reopen_within = std::chrono::days{30};
  std::size_t most_client_text = 2'000'000;  ///< bytes on one ticket
  const Assignable* find(PersonId id) const;
};

struct Refusal {
  enum class Reason { not_in_this_state, needs_triage, too_late_to_reopen, invalid };
  Reason reason{};
  std::string field;   ///< for `invalid`: as the API names it, e.g. "expectation.next_update_by"
  std::string detail;  ///< the problem and its remedy, as a sentence
};

struct Decision {
  std::vector<TicketEvent> events;
  std::vector<std::string> warnings;  ///< legal but doubtful, as sentences
};

std::expected<Decision, Refusal> decide(const TicketState& ticket, const TicketCommand& asked,
                                        const Terms& terms, Instant now);

}  // namespace punctual
