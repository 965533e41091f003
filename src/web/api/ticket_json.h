#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/access/sign_in.h"
#include "desk/queries/ticket_view.h"
#include "store/ticket_queue.h"
#include "web/api/people_json.h"

namespace punctual::web {

struct PromiseJson {
  json::Nullable<std::string> target;
  json::Nullable<Instant> starts;
  json::Nullable<Instant> due;
};
BOOST_DESCRIBE_STRUCT(PromiseJson, (), (target, starts, due))

struct PromisesJson {
  json::Nullable<PromiseJson> goal;
  json::Nullable<PromiseJson> first_reply;
  json::Nullable<PromiseJson> next_reply;
  json::Nullable<PromiseJson> resolution;
};
BOOST_DESCRIBE_STRUCT(PromisesJson, (), (goal, first_reply, next_reply, resolution))

struct NextDueJson {
  std::string clock;
  std::string state;
  json::Nullable<Instant> due;
  std::int64_t remaining_seconds = 0;
  std::int64_t target_seconds = 0;
  bool counting = false;
  json::Nullable<Instant> changes_at;
};
BOOST_DESCRIBE_STRUCT(NextDueJson, (),
                      (clock, state, due, remaining_seconds, target_seconds, counting, changes_at))

struct LastEventJson {
  std::string type;
  Instant at{};
  std::string by;
};
BOOST_DESCRIBE_STRUCT(LastEventJson, (), (type, at, by))

struct TicketSummaryJson {
  std::string ref;
  std::int64_t version = 0;
  std::string status;
  json::Nullable<int> tier;
  int provisional_tier = 4;
  std::string impact;
  std::string summary;
  std::string site;
  std::string contact_name;
  json::Nullable<NamedJson> client;
  json::Nullable<NamedJson> pod;
  json::Nullable<NamedJson> assignee;
  Instant submitted_at{};
  LastEventJson last_event;
  json::Nullable<NextDueJson> next_due;
};
BOOST_DESCRIBE_STRUCT(TicketSummaryJson, (),
                      (ref, version, status, tier, provisional_tier, impact, summary, site, contact_name,
                       client, pod, assignee, submitted_at, last_event, next_due))

struct ExpectationJson {
  NamedJson assignee;
  std::string what_to_expect;
  std::string next_step;
  Instant next_update_by{};
};
BOOST_DESCRIBE_STRUCT(ExpectationJson, (), (assignee, what_to_expect, next_step, next_update_by))

struct AttachmentJson {
  std::int64_t id = 0;
  std::string name;
  std::int64_t size = 0;
};
BOOST_DESCRIBE_STRUCT(AttachmentJson, (), (id, name, size))

struct ActorJson {
  std::string kind;
  json::Nullable<std::int64_t> id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ActorJson, (), (kind, id, name))

struct VersionsJson {
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(VersionsJson, (), (before, after))

struct MovedDueJson {
  std::string clock;
  json::Nullable<Instant> before;
  json::Nullable<Instant> after;
};
BOOST_DESCRIBE_STRUCT(MovedDueJson, (), (clock, before, after))

/// Another ticket, as much of it as one line shows.
struct RelatedJson {
  std::string ref;
  std::string summary;
  std::string status;
};
BOOST_DESCRIBE_STRUCT(RelatedJson, (), (ref, summary, status))

struct LinkJson {
  std::string relation;
  RelatedJson ticket;
};
BOOST_DESCRIBE_STRUCT(LinkJson, (), (relation, ticket))

struct RatingJson {
  std::string rating;
  json::Nullable<std::string> comment;
  Instant at{};
};
BOOST_DESCRIBE_STRUCT(RatingJson, (), (rating, comment, at))

struct TimelineEntryJson {
  std::int64_t seq = 0;
  std::string type;
  Instant at{};
  ActorJson by;
  std::optional<std::string> body;
  std::optional<std::string> body_html;
  std::optional<ExpectationJson> expectation;
  std::optional<int> tier;
  std::optional<json::Nullable<NamedJson>> pod;
  std::optional<json::Nullable<NamedJson>> assignee;
  std::optional<std::string> clock;
  std::optional<int> stage_percent;
  std::optional<Instant> due;
  std::optional<std::vector<AttachmentJson>> attachments;
  std::optional<VersionsJson> versions;
  std::optional<std::vector<MovedDueJson>> moved;
  std::optional<std::string> ticket;
  std::optional<std::string> other;
  std::optional<std::string> relation;
  std::optional<std::string> rating;
  std::optional<bool> redacted;
  std::optional<std::string> reason;
  std::optional<bool> person;
  std::optional<std::vector<std::int64_t>> seqs;
  std::optional<int> estimate;
  std::optional<std::string> answer;
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(TimelineEntryJson, (),
                      (seq, type, at, by, body, body_html, expectation, tier, pod, assignee, clock,
                       stage_percent, due, attachments, versions, moved, ticket, other, relation, rating,
                       redacted, reason, person, seqs, estimate, answer, name))

struct ClockJson {
  std::string state;
  json::Nullable<Instant> due;
  std::int64_t elapsed = 0;
};
BOOST_DESCRIBE_STRUCT(ClockJson, (), (state, due, elapsed))

struct GoalJson {
  std::string state;
  json::Nullable<Instant> due;
  std::int64_t elapsed = 0;
  bool hidden = false;
};
BOOST_DESCRIBE_STRUCT(GoalJson, (), (state, due, elapsed, hidden))

struct NextUpdateJson {
  std::string state;
  Instant due{};
};
BOOST_DESCRIBE_STRUCT(NextUpdateJson, (), (state, due))

struct ClocksJson {
  std::optional<ClockJson> first_reply;
  std::vector<ClockJson> next_reply;
  std::optional<ClockJson> resolution;
  std::optional<GoalJson> goal;
  std::optional<NextUpdateJson> next_update;
};
BOOST_DESCRIBE_STRUCT(ClocksJson, (), (first_reply, next_reply, resolution, goal, next_update))

struct ContactOfTicketJson {
  json::Nullable<std::int64_t> id;
  std::string name;
  std::string email;
  json::Nullable<std::string> company;
  bool verified = false;
};
BOOST_DESCRIBE_STRUCT(ContactOfTicketJson, (), (id, name, email, company, verified))

struct TicketJson {
  Instant as_of{};
  std::string ref;
  std::int64_t version = 0;
  std::string status;
  json::Nullable<int> tier;
  int provisional_tier = 4;
  std::string impact;
  json::Nullable<bool> live;
  std::string summary;
  std::string description;
  std::string site;
  json::Nullable<std::string> page;
  std::vector<std::string> cc;
  std::string source;
  ContactOfTicketJson contact;
  json::Nullable<NamedJson> client;
  json::Nullable<NamedJson> pod;
  json::Nullable<NamedJson> assignee;
  std::string url;
  Instant submitted_at{};
  json::Nullable<Instant> resolved_at;
  std::vector<LinkJson> links;
  json::Nullable<RelatedJson> merged_into;
  std::vector<RelatedJson> merged;
  json::Nullable<RatingJson> rating;
  json::Nullable<ExpectationJson> expectation;
  PromisesJson promises;
  json::Nullable<NextDueJson> next_due;
  ClocksJson clocks;
  std::vector<TimelineEntryJson> timeline;
  std::vector<std::string> allowed;
};
BOOST_DESCRIBE_STRUCT(TicketJson, (),
                      (as_of, ref, version, status, tier, provisional_tier, impact, live, summary,
                       description, site, page, cc, source, contact, client, pod, assignee, url, submitted_at,
                       resolved_at, links, merged_into, merged, rating, expectation, promises, next_due,
                       clocks, timeline, allowed))

/// What each clock promises, or did when it stopped; the next reply's also while nobody waits for one.
PromisesJson promises_json(const Standing& standing, const TicketTerms& terms);
json::Nullable<NextDueJson> next_due_json(const std::optional<NextDue>& next, const Calendar& calendar,
                                          Instant now);
std::string clock_word(sla::Clock::State state);
std::string goal_word(sla::Goal::State state);
ClocksJson clocks_json(const Standing& standing, const TicketTerms& terms);
ExpectationJson expectation_json(const desk::Catalogue& catalogue, const Expectation& expectation);
/// The ticket's own events, and the messages of those merged into it.
std::vector<TimelineEntryJson> timeline_json(const desk::TicketView& view);
TicketSummaryJson summary_json(const store::TicketRow& row, const desk::Catalogue& catalogue, Instant now);
TicketJson ticket_json(const desk::Desk& desk, const desk::TicketView& view, const desk::Caller& caller,
                       Instant now);

}  // namespace punctual::web
