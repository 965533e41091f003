#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/ticket/standing.h"
#include "domain/ticket/ticket.h"
#include "store/crypto/digest.h"
#include "store/sql/session.h"

namespace punctual::store {

/// `next_due` of a ticket that has none: it stands last in the queue.
inline constexpr std::int64_t never_due =
    253'402'300'799;  // the end of the year 9999: every reader of the file can hold it

/// One line of the queue, as the row has it.
struct TicketRow {
  TicketId id;
  std::int64_t version = 0;
  Status status{};
  std::optional<int> tier;
  int provisional_tier = 4;
  std::string impact;
  std::optional<ClientId> client;
  std::string contact_name;
  PolicyId policy;  ///< the version in force
  Submission submitted{};
  std::optional<PodId> pod;
  std::optional<PersonId> assignee;
  std::string summary;
  std::string site;
  Instant submitted_at{};
  std::int64_t next_due = never_due;
  std::optional<std::string> due_clock;
  std::optional<Seconds> due_total;
  std::string last_event;
  Instant last_at{};
  Actor last_actor;
  std::optional<std::string> last_contact{};  ///< its name, where it is another contact than the request's
  int judged_tier() const { return tier.value_or(provisional_tier); }
};

/// What identifies a ticket for a command: where its chain stands and which link generation is valid.
struct TicketHead {
  std::int64_t version = 0;
  Sha256 chain{};
  std::int64_t link_generation = 1;
};

/// Inserts the row of a ticket whose journal begins in this transaction; its id is the answer.
TicketId insert_ticket(Session& session, const TicketState& ticket, Submission submitted,
                       const Standing& standing);
/// Writes the row as the ticket now folds. False when the row has moved on from `expected_version`: decide
/// again. `last_event` is the type of what was last done to it; nothing: what it was.
bool update_ticket(Session& session, TicketId id, std::int64_t expected_version, const TicketState& ticket,
                   const Standing& standing, const Sha256& chain, std::optional<std::string_view> last_event);
/// Writes anew what the row shows of the request, after words of it were redacted.
void rewrite_request(Session& session, TicketId id, const event::Submitted& before,
                     const event::Submitted& request);
/// Private links given out so far stop working.
void raise_link_generation(Session& session, TicketId id);
/// Tickets from this address or of this contact (id 0: of none), in order.
inline constexpr std::string_view tickets_of_person_sql =
    "SELECT id FROM ticket WHERE contact_email_folded = ?1 "
    "UNION SELECT id FROM ticket WHERE contact_id = ?2 ORDER BY 1";
std::vector<TicketId> tickets_of_person(Session& session, std::string_view address_folded, ContactId contact);
/// A client's tickets in order of id from behind `after`.
std::vector<TicketId> tickets_of_client(Session& session, ClientId client, TicketId after, int at_most);
std::optional<TicketHead> find_head(Session& session, TicketId id);
/// The first words of its request; empty where there is no such ticket.
std::string read_summary(Session& session, TicketId id);

/// Rewrites the ticket's clocks to how they stand.
void write_clocks(Session& session, TicketId id, const sla::Clocks& clocks);
/// Sets or removes when the ticket's next stage passes.
void write_timer(Session& session, TicketId id, std::optional<Instant> fire_at);

struct DueTimer {
  TicketId ticket;
  Instant fire_at{};
};
std::vector<DueTimer> due_timers(Session& session, Instant now, int at_most);
std::optional<Instant> next_timer_at(Session& session);
/// Every ticket's timer that is later than `now` is due then.
void look_at_all_timers(Session& session, Instant now);

/// Those that run, the ones due first: by who has them, whose they are, which pod looks after them.
std::vector<TicketId> active_of(Session& session, PersonId assignee);
std::vector<TicketId> active_of(Session& session, ClientId client);
std::vector<TicketId> active_of(Session& session, PodId pod);
/// Those of the pod that this person has.
std::vector<TicketId> active_of(Session& session, PodId pod, PersonId assignee);
/// Active tickets judged by this version, ascending from behind `after`.
std::vector<TicketId> active_judged_by(Session& session, PolicyId policy, TicketId after, int at_most);
/// Active tickets whose version another has superseded, in no order; and how many there are in all.
inline constexpr std::string_view superseded_sql =
    "FROM policy_version p CROSS JOIN ticket t ON t.policy_id = p.supersedes AND t.active = 1 "
    "WHERE p.supersedes IS NOT NULL";
std::vector<TicketId> active_superseded(Session& session, std::size_t at_most);
std::int64_t count_active_superseded(Session& session);

std::string_view clock_name(ClockKind kind);
/// Throws std::runtime_error where no clock is called so.
ClockKind clock_from(std::string_view name);

}  // namespace punctual::store
