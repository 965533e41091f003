#pragma once

#include <optional>
#include <string_view>

namespace punctual {

/// Where a ticket stands. Spam and merged are ends.
enum class Status { fresh, open, waiting, resolved, spam, merged };

/// What moves a ticket or needs it in some status.
enum class Verb {
  triage,
  reply,
  note,
  client_reply,
  wait,
  resume,
  resolve,
  reopen,
  spam,
  merge,   // into another
  absorb,  // another that is merged into this one
  link,
  rate,
  estimate,         // sent with a reply, or withdrawn
  decide_estimate,  // by a contact
  redact,           // a message
  redact_contact    // a person, everywhere
};

/// The status after the verb; nothing where the ticket's status does not allow it.
/// One table: DESIGN "Lifecycle", SEMANTICS 14 (no reply before triage).
std::optional<Status> after(Status status, Verb verb);

constexpr bool is_end(Status status) {
  return status == Status::spam || status == Status::merged;
}

/// New, open and waiting tickets are in the queue.
constexpr bool is_active(Status status) {
  return status == Status::fresh || status == Status::open || status == Status::waiting;
}

/// "new", "open", "waiting", "resolved", "spam", "merged".
std::string_view to_text(Status status);
std::optional<Status> status_from(std::string_view text);
std::string_view to_text(Verb verb);

}  // namespace punctual
