#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/ticket/event.h"
#include "store/crypto/digest.h"
#include "store/sql/session.h"

namespace punctual::store {

/// A row of the journal as it stands, with its place in the desk's whole history and in its chain.
struct JournalRow {
  std::int64_t id = 0;
  std::int64_t subject_id = 0;
  std::int64_t seq = 0;
  std::string type;
  int type_version = 0;
  Instant at{};
  Actor actor;
  Sha256 hash{};
  std::optional<std::string> content;  ///< nothing once redacted
};

std::string_view to_text(Actor::Kind kind);
Actor::Kind actor_kind(std::string_view text);

/// The next link: SHA-256(previous ‖ seq ‖ type ‖ at ‖ actor ‖ SHA-256(salt ‖ content)). Fields are separated
/// by line feeds; the first event's previous is 32 zero bytes. The inner hash stays when content and salt are
/// redacted.
Sha256 link(const Sha256& previous, std::int64_t seq, std::string_view type, Instant at, const Actor& actor,
            const Sha256& content_hash);

/// Appends one event of a ticket; `recorded.seq` must be the next. Returns the new head. A seq already taken
/// throws SqlError (constraint).
Sha256 append(Session& session, TicketId ticket, const Recorded& recorded, const Sha256& previous);

/// An audit event of another subject ("person", "token", "setting" …), chained by itself. `content` is JSON.
void append_audit(Session& session, std::string_view subject, std::int64_t subject_id, std::string_view type,
                  Instant at, const Actor& actor, std::string_view content);

/// The newest audit events of a subject, newest first.
std::vector<JournalRow> newest_audit(Session& session, std::string_view subject, std::int64_t subject_id,
                                     int at_most);

/// A ticket's events in order; of a redacted one what its redaction left. Throws std::runtime_error where a
/// content is missing that no redaction names.
std::vector<Recorded> read_journal(Session& session, TicketId ticket);
/// Removes the contents and salts of events for good; what is left of them stands in the ticket's `redacted`
/// event, appended in the same transaction.
void remove_contents(Session& session, TicketId ticket, std::span<const event::Remains> remains);
std::vector<JournalRow> read_journal_rows(Session& session, TicketId ticket);

/// Promises announced as missed from then on.
std::int64_t count_missed_since(Session& session, Instant since);

/// The audit events of one kind of subjects that have their content still, subject by subject.
std::vector<JournalRow> audit_of_kind(Session& session, std::string_view subject);
/// Removes the contents and salts of a subject's audit events for good and says so in a `redacted` event of
/// the subject, which names them by their seqs; the chain stands.
void redact_audit(Session& session, std::string_view subject, std::int64_t subject_id,
                  const std::vector<std::int64_t>& seqs, Instant at, const Actor& actor);
/// The seqs of audit events whose content is missing though no `redacted` event names them.
std::vector<std::int64_t> lost_audit_contents(Session& session, std::string_view subject,
                                              std::int64_t subject_id);

/// When the last event of anything was recorded.
std::optional<Instant> last_journal_at(Session& session);

/// The last id written; 0 in an empty desk. The event stream's cursor.
std::int64_t last_journal_id(Session& session);
/// Ticket events behind the cursor in order of id, without their content; of one ticket where it is given.
std::vector<JournalRow> journal_after(Session& session, std::int64_t cursor, std::optional<TicketId> ticket,
                                      int at_most);

/// The last link of a subject's chain, 32 zero bytes where nothing has happened to it; nothing where a link
/// does not follow from the one before, redacted ones included.
std::optional<Sha256> chain_end(Session& session, std::string_view subject, std::int64_t subject_id);
/// True when the ticket's chain has an end and the row's head is that.
bool chain_holds(Session& session, TicketId ticket);

/// The same of another subject, whose head is kept beside.
bool audit_holds(Session& session, std::string_view subject, std::int64_t subject_id);

struct Subject {
  std::string kind;
  std::int64_t id = 0;
};
/// All that have audit events, or had: everything but tickets.
std::vector<Subject> audited_subjects(Session& session);
/// Tickets of which there are events but no row.
std::vector<TicketId> journals_without_ticket(Session& session, int at_most);

}  // namespace punctual::store
