#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/id.h"
#include "store/sql/session.h"

namespace punctual::store {

/// Somebody with active tickets went: told, and later settled. What fell due while they were away is listed
/// as it was told; nothing of it: there was nothing to tell.
struct HandOffRow {
  struct Ticket {
    TicketId ticket;
    Instant due{};
    std::optional<PersonId> suggested;
    std::string why;
  };
  HandOffId id{};
  PersonId person;
  Instant leaves{};
  std::optional<Instant> returns;  ///< nothing: not within the promises' horizon
  bool sudden = false;             ///< called away
  Instant told_at{};
  Instant settles_at{};
  std::optional<Instant> settled_at{};
  std::vector<Ticket> tickets{};  ///< the first due first
};

/// Nothing where that leave of theirs was told already.
std::optional<HandOffId> insert_hand_off(Session& session, const HandOffRow& row);
std::optional<HandOffRow> find_hand_off(Session& session, HandOffId id);
/// Without its list.
std::optional<HandOffRow> find_hand_off(Session& session, PersonId person, Instant leaves);
/// Those to be settled at `now` that are not yet, without their lists.
std::vector<HandOffRow> hand_offs_to_settle(Session& session, Instant now);
std::optional<Instant> next_settlement_at(Session& session);
/// With when they were seen to return.
void settle_hand_off(Session& session, HandOffId id, std::optional<Instant> returns, Instant now);
void postpone_hand_off(Session& session, HandOffId id, Instant settles_at);

/// People with active tickets.
std::vector<PersonId> people_with_tickets(Session& session);
struct HeldTicketRow {
  TicketId id;
  Instant next_due;
};
/// Their active tickets of which something is due by then (nothing: ever), which were theirs at `given`; the
/// first due first.
std::vector<HeldTicketRow> held_tickets(Session& session, PersonId person, std::optional<Instant> due_by,
                                        Instant given);

}  // namespace punctual::store
