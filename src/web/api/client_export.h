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
};
BOOST_DESCRIBE_STRUCT(ExportedTicketJson, (),
                      (ref, status, tier, impact, live, site, page, contact, cc, submitted_at,
                       first_replied_at, resolved_at, assignee, merged_into, rating, messages))

struct ExportedClientJson {
  std::int64_t id = 0;
  std::string name;
  std::string policy;
  std::vector<ExportedContactJson> contacts;
};
BOOST_DESCRIBE_STRUCT(ExportedClientJson, (), (id, name, policy, contacts))

ExportedClientJson exported_client(store::Session& session, const store::ClientRow& client);
/// Nothing where there is no such ticket. What stands in its own journal: tickets merged into it are exported
/// themselves.
std::optional<ExportedTicketJson> exported_ticket(const desk::Desk& desk, store::Session& session,
                                                  TicketId id, Instant now);

}  // namespace punctual::web
