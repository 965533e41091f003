#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/id.h"
#include "domain/time/instant.h"
#include "store/sql/session.h"

namespace punctual::store {

/// What a mail is about; the words are in templates/mail, the table of who gets what in desk/reactions.
enum class MailKind {
  received,
  first_reply,
  reply,
  waiting,
  resolved,
  merged,
  staff_new_ticket,
  staff_warning,
  staff_missed,
  staff_handed_over,
  estimate,
  staff_estimate_decided,
  invitation,
  password_reset,
  password_changed,
  time_off_requested,
  time_off_decided,
  time_off_withdrawn,
  swap,
  staff_hand_off,
  statement,
  low_balance,
  staff_low_balance
};

enum class MailState { waiting, sent, kept, failed };

/// What a mail is about, and so what its row names: an event of a ticket, a person's account, a row of the
/// rota, or of a client's agreement.
enum class MailFamily { ticket, account, rota, agreement };
MailFamily family_of(MailKind kind);

/// One mail to one address (with its copies). It names its event; the drain renders it when it is sent, so
/// that the chain's head of that moment goes out with it. `message_id` is made with the row and never
/// changes. Only mails of tickets have one; one that carries a link names it and never holds it.
struct OutboxRow {
  std::int64_t id = 0;
  MailKind kind{};
  TicketId ticket{};
  std::int64_t seq = 0;  ///< the event of the ticket's journal
  std::optional<PasswordLinkId> link{};
  std::optional<std::int64_t>
      about{};  ///< the id of the time off, swap, hand-off, statement or balance notice, as the kind has it
  std::string to_name;
  std::string to_address;
  std::vector<std::string> cc;
  std::string message_id;  ///< with its angle brackets
  Instant created_at{};
  MailState state = MailState::waiting;
  int attempts = 0;
  Instant next_attempt_at{};
};

std::string_view to_text(MailKind kind);
std::string_view to_text(MailState state);
std::optional<MailKind> mail_kind(std::string_view text);

std::int64_t insert_outbox(Session& session, const OutboxRow& row);
/// Mails to send now, oldest first.
std::vector<OutboxRow> due_outbox(Session& session, Instant now, int at_most);
/// When the next one is due; nothing when none waits.
std::optional<Instant> next_outbox_at(Session& session);
std::int64_t count_waiting_mails(Session& session);
void mark_sent(Session& session, std::int64_t id, Instant now);
/// Kept readable at the desk, where no SMTP server is configured.
void mark_kept(Session& session, std::int64_t id, Instant now);
/// Try again at `next`; after the last attempt it is marked failed. `error` is the server's answer, without
/// addresses.
void mark_deferred(Session& session, std::int64_t id, Instant next, std::string_view error);
void mark_failed(Session& session, std::int64_t id, Instant now, std::string_view error);
/// Marks all that wait as failed; how many.
std::int64_t hold_back_mails(Session& session, Instant now, std::string_view error);
std::vector<OutboxRow> newest_outbox(Session& session, int at_most);
/// Whether so many automatic receipts were written to the address since then, or more tickets came from it
/// than are looked at.
bool receipts_reach(Session& session, std::string_view address, Instant since, int limit);
/// Message-IDs of the ticket's earlier mails to the same address, oldest first: what References names.
std::vector<std::string> earlier_message_ids(Session& session, const OutboxRow& mail);
/// Those of the ticket not sent yet go nowhere.
void delete_waiting_mails(Session& session, TicketId ticket);
/// The same of one event's.
void delete_waiting_mails(Session& session, TicketId ticket, std::int64_t seq);
/// The same of the kind's about one row.
void delete_waiting_mails(Session& session, MailKind kind, std::int64_t about);
/// Mails of the ticket to people outside: those not sent yet go nowhere, the others name nobody any more.
void forget_addressees(Session& session, TicketId ticket, std::string_view name);
/// Mails of the ticket are copied to this address no more, in whatever case, nor say that they were.
void forget_copies(Session& session, TicketId ticket, std::string_view address_folded);
std::optional<OutboxRow> find_outbox(Session& session, std::int64_t id);

}  // namespace punctual::store
