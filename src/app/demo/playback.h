#pragma once

#include <span>
#include <vector>

#include "app/demo/plan.h"
#include "desk/desk.h"

namespace punctual::app::demo {

/// A new desk numbers its tickets from here (the schema says so).
inline constexpr std::int64_t last_before_demo = 1000;

/// The tickets of the stories, by the story's number.
std::vector<TicketId> tickets_of(std::span<const Planned> plan, std::size_t stories);

/// Gives the commands in order, inside the writer's transaction, and fires between them whatever stage
/// passes, at its instant, up to `end`. Mails of the history never go out: they are kept from the instant
/// they were written. Throws std::logic_error where the desk refuses one.
void play(const desk::Desk& desk, store::Session& session, std::span<const Planned> commands,
          std::span<const TicketId> tickets, Instant end);

}  // namespace punctual::app::demo
