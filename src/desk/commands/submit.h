#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "store/blobs.h"

namespace punctual::desk {

/// A request as it came in, before anything was looked at. Texts as typed.
struct NewRequest {
  std::string name;
  std::string email;
  std::string company;
  std::vector<std::string> cc;
  std::string site;
  std::string page;
  std::optional<bool> live;
  std::string description;
  std::optional<Impact> impact;
  Source source{};
  std::vector<store::KeptFile> files;  ///< already kept on disk
};

struct FieldProblem {
  std::string field;  ///< as the form names it; the API puts "contact." before name, email, company
  std::string detail;
};

/// All that is wrong with it, each with its remedy; empty when nothing is. Surrounding white space is
/// forgiven.
std::vector<FieldProblem> problems_of(const NewRequest& request);

struct SubmittedTicket {
  TicketId id;
  TicketState ticket;
  Standing standing;
};

/// Writes the ticket, its journal, clocks, timer and mails. `request` has no problems. The contact is looked
/// up by exact address; one who is unknown has no client and the desk's own policy.
SubmittedTicket submit(const Desk& desk, store::Session& session, const NewRequest& request, const Actor& by,
                       Instant now);

/// A request whose client has written before, in words alone: what they write opens a new one beside it.
struct FollowUp {
  TicketId before;
  const event::Submitted& request;  ///< of the one before: contact, site and all that is not asked again
  std::string body;                 ///< may be empty where there are files
};
/// The same for an answer that came too late to reopen: a linked request, policy and client looked up anew.
SubmittedTicket follow_up(const Desk& desk, store::Session& session, const FollowUp& written,
                          const std::vector<store::KeptFile>& files, Instant now);

/// The same facts from the journal: what a repeated request is answered with.
std::optional<SubmittedTicket> as_submitted(const Desk& desk, store::Session& session, TicketId id);

bool is_web_address(std::string_view text);
bool is_mail_address(std::string_view text);

}  // namespace punctual::desk
