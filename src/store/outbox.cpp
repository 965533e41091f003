#include "store/outbox.h"

#include <algorithm>
#include <utility>

#include "store/json/read.h"
#include "store/json/write.h"
#include "store/text/fold.h"

namespace punctual::store {

namespace {

struct Kind {
  MailKind kind;
  std::string_view text;
  MailFamily family = MailFamily::ticket;
};
constexpr Kind kinds[] = {
    {MailKind::received, "received"},
    {MailKind::first_reply, "first_reply"},
    {MailKind::reply, "reply"},
    {MailKind::waiting, "waiting"},
    {MailKind::resolved, "resolved"},
    {MailKind::merged, "merged"},
    {MailKind::staff_new_ticket, "staff_new_ticket"},
    {MailKind::staff_warning, "staff_warning"},
    {MailKind::staff_missed, "staff_missed"},
    {MailKind::staff_handed_over, "staff_handed_over"},
    {MailKind::estimate, "estimate"},
    {MailKind::staff_estimate_decided, "staff_estimate_decided"},
    {MailKind::invitation, "invitation", MailFamily::account},
    {MailKind::password_reset, "password_reset", MailFamily::account},
    {MailKind::password_changed, "password_changed", MailFamily::account},
    {MailKind::time_off_requested, "time_off_requested", MailFamily::rota},
    {MailKind::time_off_decided, "time_off_decided", MailFamily::rota},
    {MailKind::time_off_withdrawn, "time_off_withdrawn", MailFamily::rota},
    {MailKind::swap, "swap", MailFamily::rota},
    {MailKind::staff_hand_off, "staff_hand_off", MailFamily::rota},
    {MailKind::statement, "statement", MailFamily::agreement},
    {MailKind::low_balance, "low_balance", MailFamily::agreement},
    {MailKind::staff_low_balance, "staff_low_balance", MailFamily::agreement},
};

constexpr std::pair<MailState, std::string_view> states[] = {
    {MailState::waiting, "waiting"},
    {MailState::sent, "sent"},
    {MailState::kept, "kept"},
    {MailState::failed, "failed"},
};

constexpr std::string_view columns =
    "SELECT id, kind, ticket_id, seq, to_name, to_address, cc, message_id, created_at, state, attempts, "
    "next_attempt_at, link_id, about_id FROM outbox ";

OutboxRow row_of(const Statement& row) {
  OutboxRow mail;
  mail.id = row.integer(0);
  mail.kind = mail_kind(row.text(1)).value();
  mail.ticket = row.optional_id<Ticket>(2).value_or(TicketId{});
  mail.seq = row.integer(3);
  mail.to_name = row.string(4);
  mail.to_address = row.string(5);
  if (const auto cc = json::parse(row.text(6)))
    mail.cc = json::from_value<std::vector<std::string>>(*cc).value();
  mail.message_id = row.string(7);
  mail.created_at = row.instant(8);
  for (const auto& [value, text] : states)
    if (text == row.text(9)) mail.state = value;
  mail.attempts = static_cast<int>(row.integer(10));
  mail.next_attempt_at = row.instant(11);
  mail.link = row.optional_id<PasswordLink>(12);
  mail.about = row.optional_integer(13);
  return mail;
}

std::vector<OutboxRow> rows_of(Statement& query) {
  std::vector<OutboxRow> rows;
  while (query.step()) rows.push_back(row_of(query));
  return rows;
}

void settle(Session& session, std::int64_t id, MailState state, Instant now,
            std::optional<std::string_view> error) {
  session
      .prepare(
          "UPDATE outbox SET state = ?, settled_at = ?, error = ?, attempts = attempts + 1 "
          "WHERE id = ? AND state = 'waiting'")
      .bind(to_text(state))
      .bind(now)
      .bind(error)
      .bind(id)
      .run();
}

}  // namespace

MailFamily family_of(MailKind kind) {
  return std::ranges::find(kinds, kind, &Kind::kind)->family;
}

std::string_view to_text(MailKind kind) {
  return std::ranges::find(kinds, kind, &Kind::kind)->text;
}

std::string_view to_text(MailState state) {
  for (const auto& [value, text] : states)
    if (value == state) return text;
  return {};
}

std::optional<MailKind> mail_kind(std::string_view text) {
  const auto* found = std::ranges::find(kinds, text, &Kind::text);
  return found == std::end(kinds) ? std::nullopt : std::optional(found->kind);
}

std::int64_t insert_outbox(Session& session, const OutboxRow& mail) {
  const std::string cc = json::to_json(mail.cc);
  auto row = session.prepare(
      "INSERT INTO outbox (kind, ticket_id, seq, to_name, to_address, cc, message_id, created_at, state, "
      "attempts, next_attempt_at, link_id, about_id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
  row.bind(to_text(mail.kind))
      .bind(mail.ticket ? std::optional(mail.ticket) : std::nullopt)
      .bind(mail.seq)
      .bind(mail.to_name)
      .bind(mail.to_address)
      .bind(cc);
  row.bind(mail.message_id).bind(mail.created_at).bind(to_text(mail.state)).bind(mail.attempts);
  row.bind(mail.next_attempt_at).bind(mail.link).bind(mail.about).run();
  return session.last_insert_id();
}

std::vector<OutboxRow> due_outbox(Session& session, Instant now, int at_most) {
  static const std::string sql =
      std::string(columns) +
      "WHERE state = 'waiting' AND next_attempt_at <= ? ORDER BY next_attempt_at, id LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(now).bind(at_most);
  return rows_of(query);
}

std::optional<Instant> next_outbox_at(Session& session) {
  auto query = session.prepare(
      "SELECT next_attempt_at FROM outbox WHERE state = 'waiting' ORDER BY next_attempt_at LIMIT 1");
  return query.step() ? std::optional(query.instant(0)) : std::nullopt;
}

std::int64_t count_waiting_mails(Session& session) {
  auto query = session.prepare("SELECT count(*) FROM outbox WHERE state = 'waiting'");
  query.step();
  return query.integer(0);
}

void mark_sent(Session& session, std::int64_t id, Instant now) {
  settle(session, id, MailState::sent, now, std::nullopt);
}

void mark_kept(Session& session, std::int64_t id, Instant now) {
  settle(session, id, MailState::kept, now, std::nullopt);
}

void mark_failed(Session& session, std::int64_t id, Instant now, std::string_view error) {
  settle(session, id, MailState::failed, now, error);
}

void mark_deferred(Session& session, std::int64_t id, Instant next, std::string_view error) {
  session
      .prepare(
          "UPDATE outbox SET attempts = attempts + 1, next_attempt_at = ?, error = ? "
          "WHERE id = ? AND state = 'waiting'")
      .bind(next)
      .bind(error)
      .bind(id)
      .run();
}

std::int64_t hold_back_mails(Session& session, Instant now, std::string_view error) {
  session.prepare("UPDATE outbox SET state = 'failed', settled_at = ?, error = ? WHERE state = 'waiting'")
      .bind(now)
      .bind(error)
      .run();
  return session.changes();
}

std::vector<OutboxRow> newest_outbox(Session& session, int at_most) {
  static const std::string sql = std::string(columns) + "ORDER BY id DESC LIMIT ?";
  auto query = session.prepare(sql);
  query.bind(at_most);
  return rows_of(query);
}

std::optional<OutboxRow> find_outbox(Session& session, std::int64_t id) {
  static const std::string sql = std::string(columns) + "WHERE id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(row_of(query)) : std::nullopt;
}

void delete_waiting_mails(Session& session, TicketId ticket) {
  session.prepare("DELETE FROM outbox WHERE ticket_id = ? AND state = 'waiting'").bind(ticket).run();
}

void delete_waiting_mails(Session& session, TicketId ticket, std::int64_t seq) {
  session.prepare("DELETE FROM outbox WHERE ticket_id = ? AND seq = ? AND state = 'waiting'")
      .bind(ticket)
      .bind(seq)
      .run();
}

void delete_waiting_mails(Session& session, MailKind kind, std::int64_t about) {
  session.prepare("DELETE FROM outbox WHERE kind = ? AND about_id = ? AND state = 'waiting'")
      .bind(to_text(kind))
      .bind(about)
      .run();
}

void forget_addressees(Session& session, TicketId ticket, std::string_view name) {
  session.prepare("DELETE FROM outbox WHERE ticket_id = ? AND state = 'waiting' AND kind NOT LIKE 'staff_%'")
      .bind(ticket)
      .run();
  session
      .prepare(
          "UPDATE outbox SET to_name = ?, to_address = '', cc = '[]', error = NULL WHERE ticket_id = ? AND "
          "kind NOT LIKE 'staff_%'")
      .bind(name)
      .bind(ticket)
      .run();
}

void forget_copies(Session& session, TicketId ticket, std::string_view address_folded) {
  static const std::string sql = std::string(columns) + "WHERE ticket_id = ? AND cc <> '[]'";
  std::vector<OutboxRow> rows;
  {
    auto query = session.prepare(sql);
    query.bind(ticket);
    rows = rows_of(query);
  }
  for (OutboxRow& mail : rows) {
    const auto of_them = [&](const std::string& copy) { return fold_case(copy) == address_folded; };
    if (std::erase_if(mail.cc, of_them) == 0) continue;
    const std::string cc = json::to_json(mail.cc);
    session.prepare("UPDATE outbox SET cc = ? WHERE id = ?").bind(cc).bind(mail.id).run();
  }
}

bool receipts_reach(Session& session, std::string_view address, Instant since, int limit) {
  constexpr int looked_at = 200;
  auto query = session.prepare(
      "SELECT count(*), count(EXISTS (SELECT 1 FROM outbox o WHERE o.ticket_id = t.id AND o.kind = "
      "'received') OR NULL) "
      "FROM (SELECT id FROM ticket WHERE contact_email_folded = ? AND submitted_at > ? LIMIT ?) t");
  const std::string folded = fold_case(address);
  query.bind(folded).bind(since).bind(looked_at).step();
  return query.integer(0) == looked_at || query.integer(1) >= limit;
}

std::vector<std::string> earlier_message_ids(Session& session, const OutboxRow& mail) {
  auto query = session.prepare(
      "SELECT message_id FROM outbox WHERE ticket_id = ? AND to_address = ? AND id < ? ORDER BY id DESC "
      "LIMIT 50");
  query.bind(mail.ticket).bind(mail.to_address).bind(mail.id);
  std::vector<std::string> ids;
  while (query.step()) ids.push_back(query.string(0));
  std::ranges::reverse(ids);
  return ids;
}

}  // namespace punctual::store
