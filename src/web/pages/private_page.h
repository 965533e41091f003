#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/ticket/estimate.h"
#include "domain/ticket/impact.h"
#include "domain/ticket/lifecycle.h"
#include "domain/ticket/standing.h"
#include "domain/time/instant.h"
#include "web/pages/desk_hours.h"
#include "web/pages/frame.h"
#include "web/pages/request_form.h"

namespace punctual::web {

struct MessageFile {
  std::string name;
  std::int64_t size = 0;  ///< bytes
  std::string url;        ///< where it downloads from, below the page's own address
};

/// One public message. Internal notes never come here.
struct Message {
  enum class From { client, desk };
  From from{};
  std::string author;  ///< the person's name
  Instant at{};
  std::string body_markdown;
  std::vector<MessageFile> files;
};

/// What the last human reply told the client, with the assignee's name.
struct ShownExpectation {
  std::string assignee;
  std::string what_to_expect;
  std::string next_step;
};

/// The answer form below the conversation, empty or as it was sent. Its fields: nonce, body, attachments.
struct ReplyForm {
  std::string nonce;
  std::string body;
  std::vector<KeptFile> kept;
  std::vector<FieldError> errors;
};

/// What answering does now: what is written after 30 days opens a new request; on the page of a merged one it
/// goes to the other.
enum class Replying { answers, reopens, opens_new, passes_on, closed };

/// Where the request goes on, when it does not here.
struct GoesOn {
  enum class Why { merged, merged_with_a_colleagues, followed } why{};
  std::string ref;
  std::string path;  ///< of the other's page; empty where this page's holder may not be shown it
};

/// "How did we do?" once it is resolved, with what was said before or just refused.
struct RatingForm {
  std::optional<Rating> rating;
  std::string comment;
  std::optional<Instant> given;  ///< nothing: not rated yet
  std::vector<FieldError> errors;
};

/// Everything `GET /r/{token}` says; also the answer to a refused reply (422, `reply.errors`).
struct PrivatePage {
  DeskFace desk;
  Instant now{};
  DeskHours hours;
  std::string path;            ///< "/r/TOKEN"
  bool just_received = false;  ///< right after it was sent: the page greets
  std::string ref;
  Status status{};
  Instant submitted_at{};
  std::string client_email;
  std::string site;
  std::string page;
  std::optional<bool> live;
  Impact impact{};
  std::optional<int> tier;   ///< once assessed
  std::string tier_meaning;  ///< as the support page tells it
  std::string assignee;      ///< who has it; empty before triage
  std::optional<ShownExpectation> expectation;
  Standing standing;
  std::optional<Instant> clock_starts;  ///< set when submitted outside the hours its promises count in
  std::vector<Message> messages;        ///< oldest first; the request itself leads
  std::vector<Estimate> plans;          ///< with a price, as they stand
  std::vector<std::string> approvers;   ///< who decides on them
  ReplyForm reply;
  Replying replying = Replying::answers;
  std::optional<GoesOn> goes_on;
  std::optional<RatingForm> rating;
  FormLimits limits;
};

std::string private_page_html(const PrivatePage& page);

}  // namespace punctual::web
