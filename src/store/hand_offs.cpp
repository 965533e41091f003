#include "store/hand_offs.h"

#include "store/tickets.h"

namespace punctual::store {
namespace {

constexpr std::string_view columns =
    "SELECT id, person_id, leaves_at, returns_at, sudden, told_at, settles_at, settled_at FROM hand_off ";

HandOffRow row_of(const Statement& row) {
  return {.id = row.id<HandOff>(0),
          .person = row.id<Person>(1),
          .leaves = row.instant(2),
          .returns = row.optional_instant(3),
          .sudden = row.boolean(4),
          .told_at = row.instant(5),
          .settles_at = row.instant(6),
          .settled_at = row.optional_instant(7)};
}

}  // namespace

std::optional<HandOffId> insert_hand_off(Session& session, const HandOffRow& row) {
  session
      .prepare(
          "INSERT INTO hand_off (person_id, leaves_at, returns_at, sudden, told_at, settles_at, settled_at) "
          "VALUES (?,?,?,?,?,?,?) ON CONFLICT (person_id, leaves_at) DO NOTHING")
      .bind(row.person)
      .bind(row.leaves)
      .bind(row.returns)
      .bind(row.sudden)
      .bind(row.told_at)
      .bind(row.settles_at)
      .bind(row.settled_at)
      .run();
  if (session.changes() == 0) return std::nullopt;
  const HandOffId id{session.last_insert_id()};
  for (const auto& ticket : row.tickets)
    session
        .prepare(
            "INSERT INTO hand_off_ticket (hand_off_id, ticket_id, due_at, suggested_id, why) VALUES "
            "(?,?,?,?,?)")
        .bind(id)
        .bind(ticket.ticket)
        .bind(ticket.due)
        .bind(ticket.suggested)
        .bind(ticket.why)
        .run();
  return id;
}

std::optional<HandOffRow> find_hand_off(Session& session, HandOffId id) {
  static const std::string sql = std::string(columns) + "WHERE id = ?";
  std::optional<HandOffRow> found;
  {
    auto query = session.prepare(sql);
    if (!query.bind(id).step()) return std::nullopt;
    found = row_of(query);
  }
  auto query = session.prepare(
      "SELECT ticket_id, due_at, suggested_id, why FROM hand_off_ticket WHERE hand_off_id = ? "
      "ORDER BY due_at, ticket_id");
  query.bind(id);
  while (query.step())
    found->tickets.push_back(
        {query.id<Ticket>(0), query.instant(1), query.optional_id<Person>(2), query.string(3)});
  return found;
}

std::optional<HandOffRow> find_hand_off(Session& session, PersonId person, Instant leaves) {
  static const std::string sql = std::string(columns) + "WHERE person_id = ? AND leaves_at = ?";
  auto query = session.prepare(sql);
  query.bind(person).bind(leaves);
  return query.step() ? std::optional(row_of(query)) : std::nullopt;
}

std::vector<HandOffRow> hand_offs_to_settle(Session& session, Instant now) {
  static const std::string sql =
      std::string(columns) + "WHERE settled_at IS NULL AND settles_at <= ? ORDER BY settles_at, id";
  auto query = session.prepare(sql);
  query.bind(now);
  std::vector<HandOffRow> rows;
  while (query.step()) rows.push_back(row_of(query));
  return rows;
}

std::optional<Instant> next_settlement_at(Session& session) {
  auto query =
      session.prepare("SELECT settles_at FROM hand_off WHERE settled_at IS NULL ORDER BY settles_at LIMIT 1");
  return query.step() ? std::optional(query.instant(0)) : std::nullopt;
}

void settle_hand_off(Session& session, HandOffId id, std::optional<Instant> returns, Instant now) {
  session.prepare("UPDATE hand_off SET settled_at = ?, returns_at = ? WHERE id = ?")
      .bind(now)
      .bind(returns)
      .bind(id)
      .run();
}

void postpone_hand_off(Session& session, HandOffId id, Instant settles_at) {
  session.prepare("UPDATE hand_off SET settles_at = ? WHERE id = ?").bind(settles_at).bind(id).run();
}

std::vector<PersonId> people_with_tickets(Session& session) {
  constexpr std::string_view prefix = "assignee:";
  auto query = session.prepare(
      "SELECT CAST(substr(view, ?) AS INTEGER) FROM ticket_count WHERE view > 'assignee:' AND view < "
      "'assignee;' AND n > 0 ORDER BY 1");
  query.bind(static_cast<std::int64_t>(prefix.size()) + 1);
  std::vector<PersonId> people;
  while (query.step())
    if (const auto id = query.id<Person>(0)) people.push_back(id);
  return people;
}

std::vector<HeldTicketRow> held_tickets(Session& session, PersonId person, std::optional<Instant> due_by,
                                        Instant given) {
  auto query = session.prepare(
      "SELECT id, next_due FROM ticket WHERE assignee_id = ? AND active = 1 AND next_due <= ? AND "
      "coalesce(assigned_at, 0) <= ? ORDER BY next_due, id");
  query.bind(person).bind(due_by ? due_by->time_since_epoch().count() : never_due - 1).bind(given);
  std::vector<HeldTicketRow> rows;
  while (query.step()) rows.push_back({query.id<Ticket>(0), query.instant(1)});
  return rows;
}

}  // namespace punctual::store
