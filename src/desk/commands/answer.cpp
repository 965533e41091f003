#include "desk/commands/answer.h"

#include "desk/commands/submit.h"
#include "desk/queries/course.h"

namespace punctual::desk {

std::expected<TicketId, NotChanged> answer(const Desk& desk, store::Session& session, TicketId page,
                                           const ClientMessage& message, Instant now) {
  const auto course = course_of(session, page);
  if (!course) return std::unexpected(NotChanged{NotChanged::Why::unknown_ticket});
  std::vector<AttachedFile> announced;  // decide() needs to know that there are files
  for (const auto& file : message.files) announced.push_back({0, file.name, file.size});
  const auto& writer = course->stops.front().ticket.request;
  const auto done = change(desk, session, course->end().id, std::nullopt,
                           command::ClientReply{message.body, announced, course->via},
                           Actor::contact(writer.contact), now, message.files);
  if (done) return TicketId{};
  if (done.error().refusal.reason != Refusal::Reason::too_late_to_reopen)
    return std::unexpected(done.error());
  return follow_up(desk, session, {page, writer, message.body}, message.files, now).id;
}

}  // namespace punctual::desk
