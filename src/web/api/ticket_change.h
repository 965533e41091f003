#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "desk/commands/change.h"
#include "web/api/api.h"

namespace punctual::web {

// What commands on a ticket share.

/// Bytes a message or a plan may have.
constexpr std::size_t longest_text = 100'000;

/// 422 where the text is longer than `most` bytes or cannot be printed.
std::optional<Reply> unfit(std::string_view field, std::string_view text, std::size_t most);

/// The ticket as it is now, with what is doubtful about the change.
Reply changed_reply(const Api& api, TicketId id, const desk::Caller& caller,
                    const std::vector<std::string>& warnings, int status, Instant now);
Reply refused_reply(const desk::NotChanged& why);

/// A command in the writer's transaction; `afterwards` runs once it is on disk.
struct TicketWork {
  TicketId id;
  int status = 200;
  std::function<std::expected<desk::Changed, desk::NotChanged>(store::Session&)> run;
  std::function<void()> afterwards = {};
};
Answer run_work(Api& api, const desk::Caller& caller, Instant now, TicketWork work);

/// The ticket the path names; 404 otherwise.
std::expected<TicketId, Reply> named_ticket(const Request& request, std::string_view parameter = "ref");

}  // namespace punctual::web
