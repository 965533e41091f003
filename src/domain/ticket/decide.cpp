#include "domain/ticket/decide.h"

#include <algorithm>
#include <utility>

#include "domain/ticket/blank.h"
#include "domain/ticket/estimating.h"
#include "domain/ticket/offered_hours.h"

namespace punctual {

namespace {

using Decided = std::expected<Decision, Refusal>;
using Reason = Refusal::Reason;

constexpr std::size_t longest_comment = 2000;
/// Each is an event for ever, and whoever holds the link may send it.
constexpr int most_ratings = 11;

Decided refuse(Reason reason, std::string detail, std::string field = {}) {
  return std::unexpected(Refusal{reason, std::move(field), std::move(detail)});
}

/// One sentence for each status: why it is not possible now and what is.
std::string not_now(Status status, Verb verb) {
  if (verb == Verb::wait && status == Status::waiting) return "The ticket is waiting on the client already.";
  if (verb == Verb::resume) return "The ticket is not waiting on the client; there is nothing to resume.";
  if (verb == Verb::reopen) return "Only a resolved ticket can be reopened.";
  if (verb == Verb::decide_estimate && is_end(status))
    return "This request has ended, and its estimates with it; ask for a new one if you still want the work.";
  switch (status) {
    case Status::fresh:
      return "The ticket has not been assessed yet; triage it first.";
    case Status::resolved:
      return "The ticket is resolved; reopen it first.";
    case Status::spam:
      return "The ticket was marked as spam, which is an end; nothing can be done to it.";
    case Status::merged:
      return "The ticket was merged into another; use that one.";
    default:
      return "That is not possible in the ticket's present state; reload it.";
  }
}

struct Decide {
  const TicketState& ticket;
  const Terms& terms;
  Instant now;

  std::expected<void, Refusal> allowed(Verb verb) const {
    if (after(ticket.status, verb)) return {};
    const bool untriaged = ticket.status == Status::fresh;
    return std::unexpected(Refusal{
        untriaged ? Reason::needs_triage : Reason::not_in_this_state, {}, not_now(ticket.status, verb)});
  }

  Decided operator()(const command::Triage& asked) const {
    if (const auto ok = allowed(Verb::triage); !ok) return std::unexpected(ok.error());
    if (asked.tier < 1 || asked.tier > 4) return refuse(Reason::invalid, "A tier is 1, 2, 3 or 4.", "tier");
    if (std::ranges::find(terms.pods, asked.pod) == terms.pods.end())
      return refuse(Reason::invalid, "There is no such pod; choose one of the pods listed.", "pod");
    const Assignable* assignee = terms.find(asked.assignee);
    if (!assignee || !assignee->active)
      return refuse(Reason::invalid, "Nobody active has this id; choose one of the people listed.",
                    "assignee");
    Decision decision{{event::Triaged{asked.tier, asked.pod, asked.assignee}}, {}};
    if (std::ranges::find(assignee->pods, asked.pod) == assignee->pods.end())
      decision.warnings.push_back(assignee->name + " is not in this pod.");
    return decision;
  }

  Decided operator()(const command::HandOver& asked) const {
    if (const auto ok = allowed(Verb::triage); !ok) return std::unexpected(ok.error());
    if (!ticket.tier) return refuse(Reason::needs_triage, not_now(Status::fresh, Verb::triage));
    const Assignable* heir = terms.find(asked.to);
    if (!heir || !heir->active)
      return refuse(Reason::invalid, "Nobody active has this id; choose one of the people listed.", "to");
    Decision decision;
    event::HandedOver handed{ticket.assignee, asked.to, asked.why, 0};
    if (!blank(asked.note)) {
      decision.events.emplace_back(event::Noted{asked.note});
      handed.note = ticket.version + 1;
    }
    if (asked.to == ticket.assignee) return decision;  // sent twice
    decision.events.emplace_back(std::move(handed));
    if (ticket.pod && std::ranges::find(heir->pods, ticket.pod) == heir->pods.end())
      decision.warnings.push_back(heir->name + " is not in this ticket's pod.");
    return decision;
  }

  Decided operator()(const command::Bequeath& asked) const {
    if (const auto ok = allowed(Verb::triage); !ok) return std::unexpected(ok.error());
    if (!ticket.tier) return refuse(Reason::needs_triage, not_now(Status::fresh, Verb::triage));
    const Assignable* heir = terms.find(asked.to);
    if (asked.to && (!heir || !heir->active))
      return refuse(Reason::invalid, "Nobody active has this id; choose one of the people listed.",
                    "assignee");
    return Decision{{event::Triaged{*ticket.tier, ticket.pod, asked.to}}, {}};
  }

  std::expected<void, Refusal> check(const Expectation& expectation) const {
    const auto invalid = [](std::string_view field, std::string detail) {
      return std::unexpected(
          Refusal{Reason::invalid, "expectation." + std::string(field), std::move(detail)});
    };
    const Assignable* assignee = terms.find(expectation.assignee);
    if (!assignee || !assignee->active)
      return invalid("assignee", "Nobody active has this id; choose one of the people listed.");
    if (blank(expectation.what_to_expect))
      return invalid("what_to_expect", "Say what the client can expect.");
    if (blank(expectation.next_step)) return invalid("next_step", "Say what the next step is.");
    if (expectation.next_update_by <= now)
      return invalid("next_update_by", "This instant has passed; promise the next update for a later one.");
    return {};
  }

  Decided operator()(const command::Reply& asked) const {
    if (const auto ok = allowed(Verb::reply); !ok) return std::unexpected(ok.error());
    if (blank(asked.body)) return refuse(Reason::invalid, "Write the reply.", "body");
    if (!ticket.first_replied_at && !asked.expectation)
      return refuse(
          Reason::invalid,
          "The first reply says who has it, what to expect, the next step and when the next update comes.",
          "expectation");
    Decision decision{{event::Replied{asked.body, asked.expectation}}, {}};
    if (asked.estimate) {
      if (const auto ok = allowed(Verb::estimate); !ok) return std::unexpected(ok.error());
      if (const auto ok = may_offer(ticket, *asked.estimate, now); !ok) return std::unexpected(ok.error());
      decision.events.emplace_back(numbered(ticket, *asked.estimate));
    }
    if (!asked.expectation) return decision;
    if (ticket.status == Status::resolved)
      return refuse(Reason::invalid, "The ticket is resolved; reopen it before you promise an update.",
                    "expectation");
    if (const auto ok = check(*asked.expectation); !ok) return std::unexpected(ok.error());
    const Assignable& assignee = *terms.find(asked.expectation->assignee);
    // Whoever is at work until then writes in time (SEMANTICS 18).
    if (const Instant by = asked.expectation->next_update_by; !assignee.hours.is_open(by - Seconds{1}))
      decision.warnings.push_back(
          "The next update falls outside " + assignee.name + "'s hours. " + assignee.name +
          offered_hours(assignee.hours, by, now, terms.zone ? *terms.zone : assignee.hours.zone()));
    if (ticket.pod && std::ranges::find(assignee.pods, ticket.pod) == assignee.pods.end())
      decision.warnings.push_back(assignee.name + " is not in this ticket's pod.");
    return decision;
  }

  Decided operator()(const command::DecideEstimate& asked) const {
    if (const auto ok = allowed(Verb::decide_estimate); !ok) return std::unexpected(ok.error());
    return answered(ticket, asked, now);
  }
  Decided operator()(const command::WithdrawEstimate& asked) const {
    if (const auto ok = allowed(Verb::estimate); !ok) return std::unexpected(ok.error());
    return withdrawn(ticket, asked, now);
  }

  Decided operator()(const command::ClientReply& asked) const {
    if (const auto ok = allowed(Verb::client_reply); !ok) return std::unexpected(ok.error());
    if (blank(asked.body) && asked.attachments.empty())
      return refuse(Reason::invalid, "Write your message, or attach a file.", "body");
    if (ticket.resolved_at && now - *ticket.resolved_at > terms.reopen_within)
      return refuse(Reason::too_late_to_reopen,
                    "This request was completed more than 30 days ago; what you write opens a new one.");
    if (ticket.client_text + asked.body.size() > terms.most_client_text)
      return refuse(Reason::invalid,
                    "This conversation holds as much text as it can; attach yours as a file, or send a new "
                    "request and mention this one's reference.",
                    "body");
    return Decision{{event::ClientReplied{asked.body, asked.attachments, asked.via}}, {}};
  }

  Decided operator()(const command::Note& asked) const {
    if (const auto ok = allowed(Verb::note); !ok) return std::unexpected(ok.error());
    if (blank(asked.body)) return refuse(Reason::invalid, "Write the note.", "body");
    return Decision{{event::Noted{asked.body}}, {}};
  }

  Decided operator()(const command::Wait&) const { return simply(Verb::wait, event::Waited{}); }
  Decided operator()(const command::Resume&) const { return simply(Verb::resume, event::Resumed{}); }
  Decided operator()(const command::Reopen&) const { return simply(Verb::reopen, event::Reopened{}); }
  Decided operator()(const command::MarkSpam&) const { return simply(Verb::spam, event::MarkedSpam{}); }

  bool is_linked(TicketId other) const {
    return std::ranges::find(ticket.links, other, &Link::other) != ticket.links.end();
  }

  Decided operator()(const command::Link& asked) const {
    if (const auto ok = allowed(Verb::link); !ok) return std::unexpected(ok.error());
    return is_linked(asked.other) ? Decision{} : Decision{{event::Linked{asked.other, asked.relation}}, {}};
  }

  /// Taking a link back moves nothing: it is possible in every state.
  Decided operator()(const command::Unlink& asked) const {
    const auto link = std::ranges::find(ticket.links, asked.other, &Link::other);
    if (link == ticket.links.end()) return Decision{};
    if (link->relation != Relation::related)
      return refuse(Reason::not_in_this_state,
                    "One of the two followed from the other, which cannot be taken back.");
    return Decision{{event::Unlinked{asked.other}}, {}};
  }

  Decided operator()(const command::Merge& asked) const {
    return simply(Verb::merge, event::Merged{asked.into});
  }
  Decided operator()(const command::Absorb& asked) const {
    return simply(Verb::absorb, event::Absorbed{asked.source, asked.awaits_answer});
  }

  Decided operator()(const command::Rate& asked) const {
    if (const auto ok = allowed(Verb::rate); !ok) return std::unexpected(ok.error());
    if (asked.comment.size() > longest_comment)
      return refuse(Reason::invalid, "This is too long; 2,000 characters are the most.", "comment");
    const event::Rated rated{asked.rating, blank(asked.comment) ? std::string() : asked.comment};
    if (ticket.rating && ticket.rating->rated == rated) return Decision{};  // sent twice
    if (ticket.times_rated >= most_ratings)
      return refuse(
          Reason::invalid,
          "This has been changed ten times and stays as it is; if there is more to tell, write a message.",
          "rating");
    if (ticket.client_text + rated.comment.size() > terms.most_client_text)
      return refuse(Reason::invalid, "This conversation holds as much text as it can; leave the comment out.",
                    "comment");
    return Decision{{rated}, {}};
  }

  Decided operator()(const command::Redact& asked) const {
    const bool person = asked.of == Redaction::person;
    const auto ok = allowed(person ? Verb::redact_contact : Verb::redact);
    if (!ok) return std::unexpected(ok.error());
    if (blank(asked.reason))
      return refuse(Reason::invalid, "Say why, without repeating what is to go.", "reason");
    if (asked.reason.size() > longest_comment)
      return refuse(Reason::invalid, "This is too long; 2,000 characters are the most.", "reason");
    if (asked.remains.empty())
      return refuse(Reason::invalid, "Nothing there can be redacted; name a message that has words.", "seq");
    return Decision{{event::Redacted{asked.reason, person, asked.remains}}, {}};
  }

  Decided operator()(const command::Resolve& asked) const {
    if (const auto ok = allowed(Verb::resolve); !ok) return std::unexpected(ok.error());
    if (blank(asked.message)) return refuse(Reason::invalid, "Tell the client what was done.", "message");
    return Decision{{event::Resolved{asked.message}}, {}};
  }

  Decided operator()(const command::Fire& asked) const {
    return asked.stage ? Decision{{*asked.stage}, {}} : Decision{};
  }

  Decided operator()(const command::Rejudge& asked) const {
    return is_active(ticket.status) ? Decision{{asked.verdict}, {}} : Decision{};
  }

  Decided simply(Verb verb, TicketEvent happened) const {
    if (const auto ok = allowed(verb); !ok) return std::unexpected(ok.error());
    return Decision{{std::move(happened)}, {}};
  }
};

}  // namespace

const Assignable* Terms::find(PersonId id) const {
  const auto found = std::ranges::find(people, id, &Assignable::id);
  return found == people.end() ? nullptr : &*found;
}

std::expected<Decision, Refusal> decide(const TicketState& ticket, const TicketCommand& asked,
                                        const Terms& terms, Instant now) {
  return std::visit(Decide{ticket, terms, now}, asked);
}

}  // namespace punctual
