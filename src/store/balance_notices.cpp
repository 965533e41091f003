#include "store/balance_notices.h"

namespace punctual::store {

namespace {

constexpr std::string_view columns =
    "SELECT id, client_id, percent, usable, left, held, granted_on, until, told_at, taken_back_at "
    "FROM balance_notice WHERE ";

BalanceNoticeRow notice_of(const Statement& row) {
  return {.id = row.id<BalanceNotice>(0),
          .client = row.id<Client>(1),
          .percent = static_cast<int>(row.integer(2)),
          .usable = row.integer(3),
          .left = row.integer(4),
          .held = row.integer(5),
          .granted_on = row.date(6),
          .until = row.optional_date(7),
          .told_at = row.instant(8),
          .taken_back_at = row.optional_instant(9)};
}

}  // namespace

BalanceNoticeId insert_balance_notice(Session& session, const BalanceNoticeRow& row) {
  session
      .prepare(
          "INSERT INTO balance_notice (client_id, percent, usable, left, held, granted_on, until, told_at) "
          "VALUES (?,?,?,?,?,?,?,?)")
      .bind(row.client)
      .bind(row.percent)
      .bind(row.usable)
      .bind(row.left)
      .bind(row.held)
      .bind(row.granted_on)
      .bind(row.until)
      .bind(row.told_at)
      .run();
  return {session.last_insert_id()};
}

std::optional<BalanceNoticeRow> find_balance_notice(Session& session, BalanceNoticeId id) {
  static const std::string sql = std::string(columns) + "id = ?";
  auto query = session.prepare(sql);
  return query.bind(id).step() ? std::optional(notice_of(query)) : std::nullopt;
}

std::optional<Instant> last_taken_back(Session& session, ClientId client, int percent) {
  auto query = session.prepare(
      "SELECT max(told_at) FROM balance_notice "
      "WHERE client_id = ? AND taken_back_at IS NOT NULL AND percent >= ?");
  query.bind(client).bind(percent);
  return query.step() ? query.optional_instant(0) : std::nullopt;
}

std::optional<BalanceNoticeRow> last_balance_notice(Session& session, ClientId client) {
  static const std::string sql =
      std::string(columns) + "client_id = ? AND taken_back_at IS NULL ORDER BY id DESC LIMIT 1";
  auto query = session.prepare(sql);
  return query.bind(client).step() ? std::optional(notice_of(query)) : std::nullopt;
}

void take_balance_notice_back(Session& session, BalanceNoticeId id, Instant now) {
  session.prepare("UPDATE balance_notice SET taken_back_at = ? WHERE id = ?").bind(now).bind(id).run();
}

}  // namespace punctual::store
