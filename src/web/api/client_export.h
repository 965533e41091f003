#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "web/api/ticket_json.h"

namespace punctual::web {

// One client's data, as the API and the verb give it. Of conversations it holds what the client may read:
// internal notes stay at the desk (SECURITY 4).

struct ExportedContactJson {
  std::string name;
  std::string email;
};
BOOST_DESCRIBE_STRUCT(ExportedContactJson, (), (name, email))

struct ExportedMessageJson {
  std::int64_t seq = 0;
  Instant at{};
  std::string from;
  std::string author;
  json::Nullable<std::string> via;  ///< written on the page of this ticket, which was merged into this one
  std::string body;
  std::vector<AttachmentJson> attachments;
};
BOOST_DESCRIBE_STRUCT(ExportedMessageJson, (), (seq, at, from, author, via, body, attachments))

struct ExportedLineJson {
  std::string text;
  std::string kind;
  std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(ExportedLineJson, (), (text, kind, minutes))

/// A plan that was sent.
struct ExportedEstimateJson {
  int number = 0;
  Instant sent_at{};
  std::string plan;
  std::vector<ExportedLineJson> lines;
  std::int64_t covered = 0;  ///< minutes
  std::int64_t extra = 0;
  std::string price;  ///< with its currency
  std::string state;
  json::Nullable<Instant> decided_at;
  std::string decided_by;
};
BOOST_DESCRIBE_STRUCT(ExportedEstimateJson, (),
                      (number, sent_at, plan, lines, covered, extra, price, state, decided_at, decided_by))

/// Work that was written down.
struct ExportedWorkJson {
  std::string date;
  std::string who;
  std::string kind;
  std::int64_t minutes = 0;
  std::int64_t outside_hours = 0;  ///< of them
  std::string note;
  bool courtesy = false;
};
BOOST_DESCRIBE_STRUCT(ExportedWorkJson, (), (date, who, kind, minutes, outside_hours, note, courtesy))

struct ExportedTicketJson {
  std::string ref;
  std::string status;
  json::Nullable<int> tier;
  std::string impact;
  json::Nullable<bool> live;
  std::string site;
  json::Nullable<std::string> page;
  ExportedContactJson contact;
  std::vector<std::string> cc;
  Instant submitted_at{};
  json::Nullable<Instant> first_replied_at;
  json::Nullable<Instant> resolved_at;
  json::Nullable<std::string> assignee;
  json::Nullable<std::string> merged_into;
  json::Nullable<RatingJson> rating;
  std::vector<ExportedMessageJson> messages;
  std::vector<ExportedEstimateJson> estimates;
  std::vector<ExportedWorkJson> work;
};
BOOST_DESCRIBE_STRUCT(ExportedTicketJson, (),
                      (ref, status, tier, impact, live, site, page, contact, cc, submitted_at,
                       first_replied_at, resolved_at, assignee, merged_into, rating, messages, estimates,
                       work))

struct ExportedTermJson {
  std::string label;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(ExportedTermJson, (), (label, value))

/// A version of what was agreed, in words.
struct ExportedTermsJson {
  std::string from;
  std::vector<ExportedTermJson> terms;
};
BOOST_DESCRIBE_STRUCT(ExportedTermsJson, (), (from, terms))

/// The document itself is in the folder, or at the API by its client and month.
struct ExportedStatementJson {
  std::string number;
  std::string month;
  Instant issued_at{};
  bool correction = false;
};
BOOST_DESCRIBE_STRUCT(ExportedStatementJson, (), (number, month, issued_at, correction))

struct ExportedClientJson {
  std::int64_t id = 0;
  std::string name;
  std::string policy;
  std::string time_zone;
  std::vector<ExportedContactJson> contacts;
  std::vector<ExportedTermsJson> agreement;
  std::vector<ExportedStatementJson> statements;
};
BOOST_DESCRIBE_STRUCT(ExportedClientJson, (), (id, name, policy, time_zone, contacts, agreement, statements))

ExportedClientJson exported_client(store::Session& session, const desk::Catalogue& catalogue,
                                   const store::ClientRow& client);
/// Nothing where there is no such ticket. What stands in its own journal: tickets merged into it are exported
/// themselves.
std::optional<ExportedTicketJson> exported_ticket(const desk::Desk& desk, store::Session& session,
                                                  TicketId id, Instant now);

}  // namespace punctual::web
