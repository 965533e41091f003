#include "store/ticket_queue.h"

#include <algorithm>
#include <functional>

#include "store/journal.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, version, status, tier, provisional_tier, impact, client_id, contact_name, policy_id, pod_id, "
    "assignee_id, summary, site, submitted_at, next_due, due_clock, due_total, last_event, last_at, "
    "last_actor_kind, "
    "last_actor_id, out_of_hours, "
    "CASE WHEN last_actor_kind = 'contact' AND last_actor_id IS NOT contact_id "
    "THEN (SELECT name FROM contact WHERE contact.id = last_actor_id) END FROM ticket ";

TicketRow row_of(const Statement& row) {
  TicketRow ticket;
  ticket.id = row.id<Ticket>(0);
  ticket.version = row.integer(1);
  ticket.status = status_from(row.text(2)).value();
  if (!row.is_null(3)) ticket.tier = static_cast<int>(row.integer(3));
  ticket.provisional_tier = static_cast<int>(row.integer(4));
  ticket.impact = row.string(5);
  ticket.client = row.optional_id<Client>(6);
  ticket.contact_name = row.string(7);
  ticket.policy = row.id<PolicyVersion>(8);
  ticket.pod = row.optional_id<Pod>(9);
  ticket.assignee = row.optional_id<Person>(10);
  ticket.summary = row.string(11);
  ticket.site = row.string(12);
  ticket.submitted_at = row.instant(13);
  ticket.next_due = row.integer(14);
  ticket.due_clock = row.optional_string(15);
  if (!row.is_null(16)) ticket.due_total = Seconds{row.integer(16)};
  ticket.last_event = row.string(17);
  ticket.last_at = row.instant(18);
  ticket.last_actor = {actor_kind(row.text(19)), row.integer(20)};
  ticket.submitted = row.boolean(21) ? Submission::out_of_hours : Submission::in_hours;
  ticket.last_contact = row.optional_string(22);
  return ticket;
}

enum class Order { next_due, newest_of_status, newest };

Order order_of(const QueueFilter& filter) {
  if (filter.state == QueueFilter::State::all) return Order::newest;
  if (filter.state == QueueFilter::State::active || is_active(filter.status)) return Order::next_due;
  return filter.assignee || filter.client ? Order::newest : Order::newest_of_status;
}

}  // namespace

/// Filters people use are few; each is its own text, so that each has its own plan.
std::string queue_sql(const QueueFilter& filter, bool cursor) {
  std::string sql = std::string(columns) + "WHERE ";
  if (filter.state == QueueFilter::State::one_status) sql += "status = ? AND ";
  if (order_of(filter) == Order::next_due)
    sql += "active = 1 AND ";  // the indexes of the queue hold no others
  if (filter.assignee) sql += *filter.assignee ? "assignee_id = ? AND " : "assignee_id IS NULL AND ";
  if (filter.client) sql += "client_id = ? AND ";
  switch (order_of(filter)) {
    case Order::next_due:
      sql += cursor ? "(next_due, id) > (?, ?) ORDER BY next_due, id " : "1 ORDER BY next_due, id ";
      break;
    case Order::newest_of_status:  // none of them is due: the status index runs by id
      sql += cursor ? "(next_due, id) < (?, ?) ORDER BY next_due DESC, id DESC "
                    : "1 ORDER BY next_due DESC, id DESC ";
      break;
    case Order::newest:
      sql += cursor ? "id < ? ORDER BY id DESC " : "1 ORDER BY id DESC ";
  }
  return sql + "LIMIT ?";
}

QueuePage read_queue(Session& session, const QueueFilter& filter, std::optional<QueueCursor> from,
                     int at_most) {
  auto query = session.prepare(queue_sql(filter, from.has_value()));
  if (filter.state == QueueFilter::State::one_status) query.bind(to_text(filter.status));
  if (filter.assignee && *filter.assignee) query.bind(*filter.assignee);
  if (filter.client) query.bind(*filter.client);
  if (from && order_of(filter) != Order::newest) query.bind(from->next_due);
  if (from) query.bind(from->id);
  query.bind(at_most + 1);
  QueuePage page;
  while (query.step()) page.rows.push_back(row_of(query));
  if (std::ssize(page.rows) > at_most) {
    page.rows.pop_back();
    page.next = QueueCursor{page.rows.back().next_due, page.rows.back().id.value};
  }
  return page;
}

namespace {

/// The newest tickets of clients whose name contains the text.
std::vector<TicketId> tickets_of_clients(Session& session, const std::string& folded, int at_most) {
  std::vector<ClientId> clients;
  {
    auto query = session.prepare("SELECT id FROM client WHERE instr(name_folded, ?) > 0 LIMIT 20");
    query.bind(folded);
    while (query.step()) clients.push_back(query.id<Client>(0));
  }
  std::vector<TicketId> found;
  for (const ClientId client : clients) {
    auto query = session.prepare("SELECT id FROM ticket WHERE client_id = ? ORDER BY id DESC LIMIT ?");
    query.bind(client).bind(at_most);
    while (query.step()) found.push_back(query.id<Ticket>(0));
  }
  return found;
}

}  // namespace

std::vector<TicketRow> search_tickets(Session& session, std::string_view text, int at_most) {
  const std::string folded = fold_case(text);
  const std::string beyond = folded + "\xF4\x8F\xBF\xBF";  // behind everything that begins with it
  auto found = tickets_of_clients(session, folded, at_most);
  for (const char* arm :
       {"SELECT id FROM ticket WHERE contact_email_folded >= ? AND contact_email_folded < ? "
        "ORDER BY id DESC LIMIT ?",
        "SELECT id FROM ticket WHERE contact_name_folded >= ? AND contact_name_folded < ? "
        "ORDER BY id DESC LIMIT ?"}) {
    auto query = session.prepare(arm);
    query.bind(folded).bind(beyond).bind(at_most);
    while (query.step()) found.push_back(query.id<Ticket>(0));
  }
  std::ranges::sort(found, std::greater{}, &TicketId::value);
  const auto same = std::ranges::unique(found);
  found.erase(same.begin(), same.end());
  if (std::ssize(found) > at_most) found.resize(static_cast<std::size_t>(at_most));
  std::vector<TicketRow> rows;
  for (const TicketId id : found)
    if (auto row = find_ticket(session, id)) rows.push_back(std::move(*row));
  return rows;
}

std::optional<TicketRow> find_ticket(Session& session, TicketId id) {
  static const std::string sql = std::string(columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(row_of(query)) : std::nullopt;
}

std::vector<DueRow> read_dues(Session& session, Instant from, Instant to) {
  auto query = session.prepare(
      "SELECT id, client_id, pod_id, next_due FROM ticket WHERE active = 1 AND next_due > ? AND "
      "next_due <= ? ORDER BY next_due, id");
  query.bind(from).bind(to);
  std::vector<DueRow> rows;
  while (query.step())
    rows.push_back({query.id<Ticket>(0), query.optional_id<Client>(1).value_or(ClientId{}),
                    query.optional_id<Pod>(2).value_or(PodId{}), query.instant(3)});
  return rows;
}

std::int64_t count_late(Session& session, Instant now) {
  auto query = session.prepare("SELECT count(*) FROM ticket WHERE active = 1 AND next_due < ?");
  query.bind(now).step();
  return query.integer(0);
}

std::map<std::string, std::int64_t> read_counts(Session& session) {
  auto query = session.prepare("SELECT view, n FROM ticket_count");
  std::map<std::string, std::int64_t> counts;
  while (query.step()) counts.emplace(query.string(0), query.integer(1));
  return counts;
}

std::int64_t active_with(const std::map<std::string, std::int64_t>& counts, PersonId person) {
  const auto found = counts.find("assignee:" + std::to_string(person.value));
  return found == counts.end() ? 0 : found->second;
}

}  // namespace punctual::store
