#include "store/answers.h"

#include "store/journal_events.h"

namespace punctual::store {

void insert_first_reply(Session& session, TicketId ticket, Instant replied_at, Seconds business_time) {
  session.prepare("INSERT OR IGNORE INTO first_reply (ticket_id, replied_at, seconds) VALUES (?,?,?)")
      .bind(ticket)
      .bind(replied_at)
      .bind(static_cast<std::int64_t>(business_time.count()))
      .run();
}

void delete_first_reply(Session& session, TicketId ticket) {
  session.prepare("DELETE FROM first_reply WHERE ticket_id = ?").bind(ticket).run();
}

std::vector<std::int64_t> first_replies_since(Session& session, Instant from) {
  auto query = session.prepare("SELECT seconds FROM first_reply WHERE replied_at > ?");
  query.bind(from);
  std::vector<std::int64_t> seconds;
  while (query.step()) seconds.push_back(query.integer(0));
  return seconds;
}

void write_rating(Session& session, TicketId ticket, const std::optional<RatedAt>& rating) {
  if (!rating) {
    session.prepare("DELETE FROM rating WHERE ticket_id = ?").bind(ticket).run();
    return;
  }
  session
      .prepare(
          "INSERT INTO rating (ticket_id, rating, rated_at) VALUES (?,?,?) ON CONFLICT (ticket_id) DO UPDATE "
          "SET rating = excluded.rating, rated_at = excluded.rated_at")
      .bind(ticket)
      .bind(boost::describe::enum_to_string(rating->rated.rating, ""))
      .bind(rating->at)
      .run();
}

RatingCounts ratings_since(Session& session, Instant from) {
  auto query = session.prepare("SELECT rating, count(*) FROM rating WHERE rated_at > ? GROUP BY rating");
  query.bind(from);
  RatingCounts counts;
  while (query.step()) {
    const auto rating = query.text(0);
    (rating == "good" ? counts.good : rating == "okay" ? counts.okay : counts.bad) = query.integer(1);
  }
  return counts;
}

Unanswered read_unanswered(Session& session) {
  auto query = session.prepare(
      "SELECT count(*), min(submitted_at) FROM ticket WHERE active = 1 AND first_replied_at IS NULL");
  query.step();
  return {query.integer(0), query.optional_instant(1)};
}

}  // namespace punctual::store
