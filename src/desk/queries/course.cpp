#include "desk/queries/course.h"

#include "store/journal.h"

namespace punctual::desk {

namespace {

/// A chain of merges and followers longer than this has been made by hand.
constexpr std::size_t longest = 50;

TicketId next_of(const TicketState& ticket) {
  const bool closed = ticket.status == Status::resolved || ticket.status == Status::merged;
  if (const auto follower = ticket.followed_by(); closed && follower) return follower;
  return ticket.merged_into;
}

}  // namespace

std::optional<Course> course_of(store::Session& session, TicketId page) {
  Course course;
  for (TicketId at = page; at && course.stops.size() < longest; at = next_of(course.end().ticket)) {
    auto journal = store::read_journal(session, at);
    if (journal.empty()) break;
    auto ticket = fold(journal);
    const bool merged = ticket.merged_into && !ticket.followed_by();
    if (merged && !course.via) course.via = at;
    course.stops.push_back({at, std::move(journal), std::move(ticket)});
  }
  return course.stops.empty() ? std::nullopt : std::optional(std::move(course));
}

}  // namespace punctual::desk
