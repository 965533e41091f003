#include "desk/queries/course.h"

#include <algorithm>

#include "store/journal.h"

namespace punctual::desk {

namespace {

bool followed(const Course& course, std::size_t stop) {
  return course.stops[stop + 1].id == course.stops[stop].ticket.follower;
}

/// Merges are ends and never meet again: where the way comes back, somebody merged a follower into what it
/// follows. What is written goes on at the first that would have been left for a follower.
void leave_circle(Course& course, std::size_t from) {
  course.stops.push_back(course.stops[from]);
  while (from + 2 < course.stops.size() && !followed(course, from)) ++from;
  course.stops.resize(from + 1);
}

TicketId next_of(const TicketState& ticket) {
  const bool closed = ticket.status == Status::resolved || ticket.status == Status::merged;
  return closed && ticket.follower ? ticket.follower : ticket.merged_into;
}

}  // namespace

std::optional<Course> course_of(store::Session& session, TicketId page) {
  Course course;
  for (TicketId at = page; at; at = next_of(course.end().ticket)) {
    const auto been = std::ranges::find(course.stops, at, &Stop::id);
    if (been != course.stops.end()) {
      leave_circle(course, static_cast<std::size_t>(been - course.stops.begin()));
      break;
    }
    auto journal = store::read_journal(session, at);
    if (journal.empty()) break;
    auto ticket = fold(journal);
    course.stops.push_back({at, std::move(journal), std::move(ticket)});
  }
  if (course.stops.empty()) return std::nullopt;
  for (std::size_t i = 0; i + 1 < course.stops.size() && !course.via; ++i)
    if (!followed(course, i)) course.via = course.stops[i].id;
  return course;
}

}  // namespace punctual::desk
