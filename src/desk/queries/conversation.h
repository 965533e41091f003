#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/queries/course.h"
#include "desk/queries/ticket_view.h"

namespace punctual::desk {

/// One message a client may read. Internal notes never come here.
struct PublicMessage {
  TicketId ticket;  ///< in whose journal it stands
  std::int64_t seq = 0;
  enum class From { client, desk } from{};
  std::string author;
  Instant at{};
  std::string body_markdown;
  std::vector<AttachedFile> files;
  std::optional<TicketId> via =
      {};  ///< on the page of this ticket, merged into the one in whose journal it stands
};

/// What the holder of a ticket's private link reads, oldest first: its own conversation; of tickets merged
/// into it what that page may show; and what was written on this page after it was merged itself.
std::vector<PublicMessage> public_conversation(const TicketView& view, const Course& course);

/// The messages of the ticket's own journal, whoever wrote them, oldest first.
std::vector<PublicMessage> own_messages(const TicketView& view);

/// Where a file that is attached to one of these messages stands; nothing where there is no such file.
std::optional<TicketId> holder_of_attachment(const std::vector<PublicMessage>& conversation,
                                             std::int64_t attachment);

}  // namespace punctual::desk
