#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/text/template.h"
#include "domain/ticket/estimate.h"
#include "domain/time/instant.h"
#include "domain/time/time_zone.h"
#include "store/outbox.h"

namespace punctual::desk {

/// Everything the template of a mail about a ticket may say, read when it is rendered. Empty strings where a
/// kind has no such fact.
struct MailFacts {
  store::MailKind kind{};
  std::string desk_name;
  std::string from_address;  ///< the desk's sender
  TimeZone zone;             ///< the desk's; instants are worded in it
  std::string ref;           ///< P-1042
  std::string to_name;
  std::string to_address;
  std::vector<std::string> cc;
  std::string message_id;
  std::vector<std::string>
      references;              ///< ids of the ticket's earlier mails to the same address, oldest first
  std::string private_url;     ///< for the client
  std::string staff_url;       ///< for staff
  std::string goes_on;         ///< merged: the other's reference
  bool link_of_other = false;  ///< merged: private_url is the other's page
  std::string summary;         ///< the request's first words; never in mail to an unverified address
  bool verified = false;       ///< false: the mail carries nothing of what the sender typed (SECURITY 21)
  Instant submitted_at{};
  bool desk_open = true;                ///< at submission
  std::optional<Instant> answer_by;     ///< the goal, or the guarantee where that is earlier
  std::optional<Instant> clock_starts;  ///< set when submitted out of hours
  std::string author;                   ///< who wrote the reply or resolution
  std::string body_markdown;            ///< the reply, the waiting message or the resolution
  struct Expectation {
    std::string assignee;
    std::string what_to_expect;
    std::string next_step;
    Instant next_update_by{};
  };
  std::optional<Expectation> expectation;
  std::optional<int> tier;
  std::string client_name;  ///< for staff: client, or the contact's company or name
  std::string contact_name;
  std::string impact;  ///< in words
  std::string site;
  std::string clock;           ///< warnings: "First reply", "Next update" …
  int stage_percent = 0;       ///< warnings: 75, 100
  std::optional<Instant> due;  ///< warnings; handed over: what is due next
  std::string assignee;        ///< for staff
  std::string why;             ///< handed over: as a sentence; the note that came with it is the body
  struct Estimate {
    int number = 0;
    std::string plan;  ///< Markdown
    std::vector<EstimateLine> lines;
    std::int64_t covered = 0;  ///< minutes
    std::int64_t extra = 0;
    std::string price;  ///< "1,250.00 USD"
    Instant expires_at{};
    std::string url;     ///< for this mail's reader; empty where they may not approve it any more
    std::string answer;  ///< decided: "approved", "declined"
    std::string decided_by;
  };
  std::optional<Estimate> estimate;  ///< sent, or decided
  std::string chain_head;            ///< SHA-256 of the ticket's journal at this moment, hex
  text::TemplateSources templates;   ///< the desk's own
};

}  // namespace punctual::desk
