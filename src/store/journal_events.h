#pragma once

#include <boost/describe.hpp>
#include <expected>
#include <string>
#include <string_view>

#include "domain/ticket/event.h"

// How events are written: the members' names are the journal's format. A change of a name or shape is a new
// type version with its own reader; tests/journal holds one golden file a version, and old journals fold for
// ever.
namespace punctual {

BOOST_DESCRIBE_ENUM(Impact, business_stopped, degraded, low_impact, cosmetic_or_new)
BOOST_DESCRIBE_ENUM(Source, form, api, staff)
BOOST_DESCRIBE_ENUM(ClockKind, first_reply, next_reply, resolution, next_update)
BOOST_DESCRIBE_ENUM(Relation, related, follows, followed_by)
BOOST_DESCRIBE_ENUM(Rating, good, okay, bad)
BOOST_DESCRIBE_ENUM(EstimateAnswer, approved, declined)
BOOST_DESCRIBE_STRUCT(AttachedFile, (), (id, name, size))
BOOST_DESCRIBE_STRUCT(Expectation, (), (assignee, what_to_expect, next_step, next_update_by))
BOOST_DESCRIBE_STRUCT(EstimateLine, (), (text, kind, minutes))

namespace event {
BOOST_DESCRIBE_STRUCT(Submitted, (),
                      (contact, contact_name, contact_email, company, verified, client, cc, site, page, live,
                       description, impact, source, policy, attachments))
BOOST_DESCRIBE_STRUCT(Triaged, (), (tier, pod, assignee))
BOOST_DESCRIBE_STRUCT(HandedOver, (), (from, to, why, note))
BOOST_DESCRIBE_STRUCT(Replied, (), (body, expectation))
BOOST_DESCRIBE_STRUCT(ClientReplied, (), (body, attachments, via))
BOOST_DESCRIBE_STRUCT(Noted, (), (body))
BOOST_DESCRIBE_STRUCT(Waited, (), ())
BOOST_DESCRIBE_STRUCT(Resumed, (), ())
BOOST_DESCRIBE_STRUCT(Resolved, (), (message))
BOOST_DESCRIBE_STRUCT(Reopened, (), ())
BOOST_DESCRIBE_STRUCT(MarkedSpam, (), ())
BOOST_DESCRIBE_STRUCT(Linked, (), (other, relation))
BOOST_DESCRIBE_STRUCT(Unlinked, (), (other))
BOOST_DESCRIBE_STRUCT(Merged, (), (into))
BOOST_DESCRIBE_STRUCT(Absorbed, (), (source, awaits_answer))
BOOST_DESCRIBE_STRUCT(Rated, (), (rating, comment))
BOOST_DESCRIBE_STRUCT(Estimated, (),
                      (number, lines, plan, covered, extra, price, currency, expires_at, digest))
BOOST_DESCRIBE_STRUCT(EstimateDecided, (), (number, digest, answer, name))
BOOST_DESCRIBE_STRUCT(EstimateWithdrawn, (), (number))
BOOST_DESCRIBE_STRUCT(Remains, (), (seq, content))
BOOST_DESCRIBE_STRUCT(Redacted, (), (reason, person, remains))
BOOST_DESCRIBE_STRUCT(Warned, (), (clock, ordinal, stage_percent, due))
BOOST_DESCRIBE_STRUCT(MovedDue, (), (clock, ordinal, before, after))
BOOST_DESCRIBE_STRUCT(Rejudged, (), (from, to, moved))
}  // namespace event

namespace store {

/// "submitted", "triaged" …; a stage of 100 % is "breached", a lower one "warned".
std::string_view type_of(const TicketEvent& event);
/// The type version now written. Older ones are still read.
inline constexpr int event_version = 1;
std::string content_of(const TicketEvent& event);
/// Throws std::runtime_error naming the type where no reader fits: the file is damaged or newer than this
/// desk.
TicketEvent read_event(std::string_view type, int version, std::string_view content);

}  // namespace store
}  // namespace punctual
