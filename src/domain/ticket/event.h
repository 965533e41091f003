#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/id.h"
#include "domain/ticket/estimate.h"
#include "domain/ticket/impact.h"
#include "domain/time/instant.h"

namespace punctual {

/// Who did it. A contact without a row has id 0; the desk itself is its timers and rules, never a human.
struct Actor {
  enum class Kind { contact, person, desk };
  Kind kind = Kind::desk;
  std::int64_t id = 0;
  static Actor desk() { return {}; }
  static Actor person(PersonId id) { return {Kind::person, id.value}; }
  static Actor contact(ContactId id) { return {Kind::contact, id.value}; }
  bool operator==(const Actor&) const = default;
};

/// A file that came with a message. Its bytes are a blob.
struct AttachedFile {
  std::int64_t id = 0;
  std::string name;
  std::int64_t size = 0;  ///< bytes
  bool operator==(const AttachedFile&) const = default;
};

/// Part of a human reply: who has it, what to expect, the next step and when the next update comes.
struct Expectation {
  PersonId assignee;
  std::string what_to_expect;
  std::string next_step;
  Instant next_update_by{};
  bool operator==(const Expectation&) const = default;
};

/// Which clock a warning speaks of. Next update is an instant, not counted time (SEMANTICS 15a).
enum class ClockKind { first_reply, next_reply, resolution, next_update };

enum class Source { form, api, staff };

/// What another ticket is to this one. Each link stands in both journals, the other way round.
enum class Relation { related, follows, followed_by };

/// How a client says it went, once it is resolved.
enum class Rating { good, okay, bad };

/// One struct for each thing that can happen to a ticket; together they are its journal.
namespace event {

struct Submitted {
  ContactId contact;  ///< 0 where the address is unknown
  std::string contact_name;
  std::string contact_email;
  std::string company;  ///< as typed; may be empty
  bool verified = false;
  ClientId client;  ///< 0: no client, the desk's own policy
  std::vector<std::string> cc;
  std::string site;
  std::string page;  ///< may be empty
  std::optional<bool> live;
  std::string description;
  Impact impact{};
  Source source{};
  PolicyId policy;  ///< the version that judges it (SEMANTICS 20a)
  std::vector<AttachedFile> attachments;
  bool operator==(const Submitted&) const = default;
};

/// The first assessment, and each correction of tier, pod or assignee.
struct Triaged {
  int tier = 0;
  PodId pod;
  PersonId assignee;  ///< 0: nobody any more; the one who had it left
  bool operator==(const Triaged&) const = default;
};

/// Another has it, because who had it is away when it falls due.
struct HandedOver {
  PersonId from;
  PersonId to;
  std::string why;        ///< as a sentence, for staff
  std::int64_t note = 0;  ///< seq of the note that came with it; 0: none
  bool operator==(const HandedOver&) const = default;
};

struct Replied {
  std::string body;
  std::optional<Expectation> expectation;
  bool operator==(const Replied&) const = default;
};

struct ClientReplied {
  std::string body;
  std::vector<AttachedFile> attachments;
  std::optional<TicketId> via;  ///< written on the page of this ticket, which was merged into this one
  bool operator==(const ClientReplied&) const = default;
};

struct Noted {
  std::string body;
  bool operator==(const Noted&) const = default;
};

struct Waited {
  bool operator==(const Waited&) const = default;
};
struct Resumed {
  bool operator==(const Resumed&) const = default;
};

struct Resolved {
  std::string message;
  bool operator==(const Resolved&) const = default;
};
struct Reopened {
  bool operator==(const Reopened&) const = default;
};
struct MarkedSpam {
  bool operator==(const MarkedSpam&) const = default;
};

struct Linked {
  TicketId other;
  Relation relation{};
  bool operator==(const Linked&) const = default;
};
struct Unlinked {
  TicketId other;
  bool operator==(const Unlinked&) const = default;
};

/// This ticket goes on in another; an end.
struct Merged {
  TicketId into;
  bool operator==(const Merged&) const = default;
};
/// Another ticket goes on in this one. Its conversation stays where it was written and is read from here.
struct Absorbed {
  TicketId source;
  bool awaits_answer = false;  ///< its client had written last: from now on this ticket owes the answer
  bool operator==(const Absorbed&) const = default;
};

/// What its holder of the private link says of the resolution; the last one counts.
struct Rated {
  Rating rating{};
  std::string comment;  ///< may be empty
  bool operator==(const Rated&) const = default;
};

/// An estimate went to the client, with the reply before it. It takes the place of one that is still pending.
struct Estimated : EstimateOffer {
  int number = 0;  ///< 1, 2, 3 … on the ticket
  bool operator==(const Estimated&) const = default;
};
/// A contact who may decided on the version they were shown.
struct EstimateDecided {
  int number = 0;
  std::string digest;
  EstimateAnswer answer{};
  std::string name;  ///< as typed
  bool operator==(const EstimateDecided&) const = default;
};
/// The desk took it back before anybody decided.
struct EstimateWithdrawn {
  int number = 0;
  bool operator==(const EstimateWithdrawn&) const = default;
};

/// What is left of an event whose content was removed.
struct Remains {
  std::int64_t seq = 0;
  std::string content;  ///< the event's own JSON, its words replaced
  bool operator==(const Remains&) const = default;
};
/// Contents of earlier events are gone for good: of one message, or of all that tell of a person. The chain
/// stands; what the fold needs is here.
struct Redacted {
  std::string reason;
  bool person = false;
  std::vector<Remains> remains;
  bool operator==(const Redacted&) const = default;
};

/// A stage of a clock was reached: below 100 % a warning, at 100 % the promise is missed. Fires once for each
/// (clock, ordinal, stage, due) of a ticket (SEMANTICS 19a).
struct Warned {
  ClockKind clock{};
  int ordinal = 0;  ///< which next-reply clock; 0 otherwise
  int stage_percent = 0;
  Instant due{};
  bool operator==(const Warned&) const = default;
};

/// A due that moved; without an instant where there is no promise or a wait makes it unknown.
struct MovedDue {
  ClockKind clock{};
  int ordinal = 0;
  std::optional<Instant> before;
  std::optional<Instant> after;
  bool operator==(const MovedDue&) const = default;
};

/// The desk's calendar changed: the clocks still running count on the new version's from their own start
/// (SEMANTICS 20a). Those that have stopped are never judged again.
struct Rejudged {
  PolicyId from;
  PolicyId to;
  std::vector<MovedDue> moved;  ///< only what moved; the goal is no promise and has no line
  bool operator==(const Rejudged&) const = default;
};

}  // namespace event

using TicketEvent =
    std::variant<event::Submitted, event::Triaged, event::Replied, event::ClientReplied, event::Noted,
                 event::Waited, event::Resumed, event::Resolved, event::Reopened, event::MarkedSpam,
                 event::Linked, event::Unlinked, event::Merged, event::Absorbed, event::Rated,
                 event::Redacted, event::Warned, event::Rejudged, event::HandedOver, event::Estimated,
                 event::EstimateDecided, event::EstimateWithdrawn>;

/// An event as the journal has it.
struct Recorded {
  std::int64_t seq = 0;  ///< 1, 2, 3 … within the ticket
  Instant at{};
  Actor actor;
  TicketEvent event;
  std::int64_t redacted_by = 0;  ///< seq of the event that removed its words; 0: nothing was removed
};

}  // namespace punctual
