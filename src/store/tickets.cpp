#include "store/tickets.h"

#include <algorithm>
#include <utility>

#include "store/copies.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

constexpr std::pair<ClockKind, std::string_view> clock_names[] = {
    {ClockKind::first_reply, "first_reply"},
    {ClockKind::next_reply, "next_reply"},
    {ClockKind::resolution, "resolution"},
    {ClockKind::next_update, "next_update"},
};

template <class Entity>
std::optional<Id<Entity>> present(Id<Entity> id) {
  return id ? std::optional(id) : std::nullopt;
}

std::vector<TicketId> ids_of(Statement& query) {
  std::vector<TicketId> ids;
  while (query.step()) ids.push_back(query.id<Ticket>(0));
  return ids;
}

std::int64_t due_of(const Standing& standing) {
  if (!standing.next_due || !standing.next_due->due) return never_due;
  return standing.next_due->due->time_since_epoch().count();
}

/// The columns that change with every event, bound in this order by insert and update.
void bind_changing(Statement& row, const TicketState& ticket, const Standing& standing,
                   std::optional<std::string_view> last_event) {
  row.bind(ticket.version).bind(to_text(ticket.status)).bind(is_active(ticket.status));
  row.bind(ticket.tier).bind(present(ticket.pod)).bind(present(ticket.assignee));
  row.bind(ticket.first_replied_at).bind(ticket.resolved_at).bind(due_of(standing));
  if (standing.next_due)
    row.bind(clock_name(standing.next_due->clock))
        .bind(static_cast<std::int64_t>(standing.next_due->total.count()));
  else
    row.bind(std::nullopt).bind(std::nullopt);
  row.bind(ticket.policy).bind(last_event).bind(ticket.last_at);
  row.bind(to_text(ticket.last_actor.kind)).bind(ticket.last_actor.id);
}

void add_to_count(Session& session, const std::string& view, int change) {
  session
      .prepare(
          "INSERT INTO ticket_count (view, n) VALUES (?1, ?2) ON CONFLICT (view) DO UPDATE SET n = n + ?2")
      .bind(view)
      .bind(change)
      .run();
}

/// The views a ticket stands in, by status and, while active, by assignee (0: nobody).
void count(Session& session, Status status, std::int64_t assignee, int change) {
  add_to_count(session, "status:" + std::string(to_text(status)), change);
  if (is_active(status)) add_to_count(session, "assignee:" + std::to_string(assignee), change);
}

}  // namespace

std::string_view clock_name(ClockKind kind) {
  for (const auto& [value, text] : clock_names)
    if (value == kind) return text;
  return {};
}

ClockKind clock_from(std::string_view name) {
  for (const auto& [value, text] : clock_names)
    if (text == name) return value;
  throw std::runtime_error("the row holds a clock \"" + std::string(name) +
                           "\", which this desk does not know");
}

TicketId insert_ticket(Session& session, const TicketState& ticket, Submission submitted,
                       const Standing& standing) {
  const event::Submitted& request = ticket.request;
  const std::string name_folded = fold_case(request.contact_name);
  const std::string email_folded = fold_case(request.contact_email);
  const std::string summary = summary_of(request.description);
  const Sha256 none{};
  {
    auto row = session.prepare(
        "INSERT INTO ticket (version, status, active, tier, pod_id, assignee_id, first_replied_at, "
        "resolved_at, "
        "next_due, due_clock, due_total, policy_id, last_event, last_at, last_actor_kind, last_actor_id, "
        "provisional_tier, impact, "
        "client_id, contact_id, contact_name, contact_name_folded, contact_email_folded, verified, "
        "out_of_hours, summary, "
        "site, submitted_at, link_generation, chain_head) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1,?)");
    bind_changing(row, ticket, standing, "submitted");
    row.bind(ticket.provisional_tier).bind(to_text(request.impact)).bind(present(request.client));
    row.bind(present(request.contact)).bind(request.contact_name).bind(name_folded).bind(email_folded);
    row.bind(request.verified).bind(submitted == Submission::out_of_hours).bind(summary).bind(request.site);
    row.bind(ticket.submitted_at).bind_blob(view(none)).run();
  }
  const TicketId id{session.last_insert_id()};
  count(session, ticket.status, ticket.assignee.value, 1);
  insert_copies(session, id, request.cc);
  return id;
}

void rewrite_request(Session& session, TicketId id, const event::Submitted& before,
                     const event::Submitted& request) {
  if (before == request) return;
  delete_copies(session, id, before.cc);
  insert_copies(session, id, request.cc);
  const std::string name_folded = fold_case(request.contact_name);
  const std::string email_folded = fold_case(request.contact_email);
  const std::string summary = summary_of(request.description);
  session
      .prepare(
          "UPDATE ticket SET contact_id = ?, contact_name = ?, contact_name_folded = ?, "
          "contact_email_folded = ?, summary = ?, site = ? WHERE id = ?")
      .bind(present(request.contact))
      .bind(request.contact_name)
      .bind(name_folded)
      .bind(email_folded)
      .bind(summary)
      .bind(request.site)
      .bind(id)
      .run();
}

void raise_link_generation(Session& session, TicketId id) {
  session.prepare("UPDATE ticket SET link_generation = link_generation + 1 WHERE id = ?").bind(id).run();
}

std::vector<TicketId> tickets_of_person(Session& session, std::string_view address_folded,
                                        ContactId contact) {
  auto query = session.prepare(tickets_of_person_sql);
  query.bind(address_folded).bind(contact);
  return ids_of(query);
}

std::vector<TicketId> tickets_of_client(Session& session, ClientId client, TicketId after, int at_most) {
  auto query = session.prepare("SELECT id FROM ticket WHERE client_id = ? AND id > ? ORDER BY id LIMIT ?");
  query.bind(client).bind(after).bind(at_most);
  return ids_of(query);
}

bool update_ticket(Session& session, TicketId id, std::int64_t expected_version, const TicketState& ticket,
                   const Standing& standing, const Sha256& chain,
                   std::optional<std::string_view> last_event) {
  Status before{};
  std::int64_t assignee_before = 0;
  {
    auto row = session.prepare("SELECT status, assignee_id, version FROM ticket WHERE id = ?");
    if (!row.bind(id).step() || row.integer(2) != expected_version) return false;
    before = status_from(row.text(0)).value();
    assignee_before = row.integer(1);
  }
  {
    auto row = session.prepare(
        "UPDATE ticket SET version=?, status=?, active=?, tier=?, pod_id=?, assignee_id=?, "
        "first_replied_at=?, "
        "resolved_at=?, next_due=?, due_clock=?, due_total=?, policy_id=?, last_event=coalesce(?, "
        "last_event), last_at=?, last_actor_kind=?, "
        "last_actor_id=?, chain_head=? WHERE id=? AND version=?");
    bind_changing(row, ticket, standing, last_event);
    row.bind_blob(view(chain)).bind(id).bind(expected_version).run();
  }
  if (session.changes() == 0) return false;
  if (ticket.assignee && assignee_before != ticket.assignee.value)
    session.prepare("UPDATE ticket SET assigned_at = last_at WHERE id = ?").bind(id).run();
  if (before != ticket.status || assignee_before != ticket.assignee.value) {
    count(session, before, assignee_before, -1);
    count(session, ticket.status, ticket.assignee.value, 1);
  }
  return true;
}

std::string read_summary(Session& session, TicketId id) {
  auto query = session.prepare("SELECT summary FROM ticket WHERE id = ?");
  return query.bind(id).step() ? query.string(0) : std::string();
}

std::optional<TicketHead> find_head(Session& session, TicketId id) {
  auto row = session.prepare("SELECT version, chain_head, link_generation FROM ticket WHERE id = ?");
  if (!row.bind(id).step()) return std::nullopt;
  TicketHead head{row.integer(0), {}, row.integer(2)};
  const auto bytes = row.text(1);
  if (bytes.size() == head.chain.size()) std::ranges::copy(bytes, head.chain.begin());
  return head;
}

void write_clocks(Session& session, TicketId id, const sla::Clocks& clocks) {
  const auto write = [&](ClockKind kind, int ordinal, const sla::Clock& clock) {
    const auto target = clock.target ? std::optional(format_target(*clock.target)) : std::nullopt;
    session
        .prepare(
            "INSERT INTO clock (ticket_id, kind, ordinal, started_at, due_at, stopped_at, target) VALUES "
            "(?,?,?,?,?,?,?) ON CONFLICT (ticket_id, kind, ordinal) DO UPDATE SET due_at = excluded.due_at, "
            "stopped_at = excluded.stopped_at, target = excluded.target")
        .bind(id)
        .bind(clock_name(kind))
        .bind(ordinal)
        .bind(clock.start)
        .bind(clock.due)
        .bind(clock.stopped)
        .bind(target)
        .run();
  };
  write(ClockKind::first_reply, 0, clocks.first_reply);
  for (std::size_t i = 0; i < clocks.next_reply.size(); ++i)
    write(ClockKind::next_reply, static_cast<int>(i), clocks.next_reply[i]);
  write(ClockKind::resolution, 0, clocks.resolution);
}

void write_timer(Session& session, TicketId id, std::optional<Instant> fire_at) {
  if (fire_at)
    session
        .prepare(
            "INSERT INTO timer (ticket_id, fire_at) VALUES (?1, ?2) ON CONFLICT (ticket_id) DO UPDATE SET "
            "fire_at = ?2")
        .bind(id)
        .bind(*fire_at)
        .run();
  else
    session.prepare("DELETE FROM timer WHERE ticket_id = ?").bind(id).run();
}

std::vector<DueTimer> due_timers(Session& session, Instant now, int at_most) {
  auto query =
      session.prepare("SELECT ticket_id, fire_at FROM timer WHERE fire_at <= ? ORDER BY fire_at LIMIT ?");
  query.bind(now).bind(at_most);
  std::vector<DueTimer> due;
  while (query.step()) due.push_back({query.id<Ticket>(0), query.instant(1)});
  return due;
}

std::optional<Instant> next_timer_at(Session& session) {
  auto query = session.prepare("SELECT fire_at FROM timer ORDER BY fire_at LIMIT 1");
  return query.step() ? std::optional(query.instant(0)) : std::nullopt;
}

void look_at_all_timers(Session& session, Instant now) {
  session.prepare("UPDATE timer SET fire_at = ?1 WHERE fire_at > ?1").bind(now).run();
}

std::vector<TicketId> active_of(Session& session, PersonId assignee) {
  auto query =
      session.prepare("SELECT id FROM ticket WHERE assignee_id = ? AND active = 1 ORDER BY next_due, id");
  query.bind(assignee);
  return ids_of(query);
}

std::vector<TicketId> active_of(Session& session, ClientId client) {
  auto query =
      session.prepare("SELECT id FROM ticket WHERE client_id = ? AND active = 1 ORDER BY next_due, id");
  query.bind(client);
  return ids_of(query);
}

std::vector<TicketId> active_of(Session& session, PodId pod) {
  auto query = session.prepare("SELECT id FROM ticket WHERE active = 1 AND pod_id = ? ORDER BY next_due, id");
  query.bind(pod);
  return ids_of(query);
}

std::vector<TicketId> active_of(Session& session, PodId pod, PersonId assignee) {
  auto query = session.prepare(
      "SELECT id FROM ticket WHERE assignee_id = ? AND active = 1 AND pod_id = ? ORDER BY next_due, id");
  query.bind(assignee).bind(pod);
  return ids_of(query);
}

std::vector<TicketId> active_judged_by(Session& session, PolicyId policy, TicketId after, int at_most) {
  auto query = session.prepare(
      "SELECT id FROM ticket WHERE policy_id = ? AND active = 1 AND id > ? ORDER BY id LIMIT ?");
  query.bind(policy).bind(after).bind(at_most);
  return ids_of(query);
}

std::vector<TicketId> active_superseded(Session& session, std::size_t at_most) {
  static const std::string sql = "SELECT t.id " + std::string(superseded_sql) + " LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(static_cast<std::int64_t>(at_most));
  return ids_of(query);
}

std::int64_t count_active_superseded(Session& session) {
  static const std::string sql = "SELECT count(*) " + std::string(superseded_sql);
  auto query = session.prepare(sql);
  query.step();
  return query.integer(0);
}

}  // namespace punctual::store
