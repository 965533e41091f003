#pragma once

#include <cstddef>
#include <span>
#include <variant>
#include <vector>

#include "app/demo/story.h"
#include "desk/agreements/time_log.h"
#include "desk/catalogue.h"
#include "desk/commands/submit.h"

namespace punctual::app::demo {

/// One command of the demo's history, ready to be given.
struct Planned {
  Instant at{};
  std::size_t story = 0;  ///< counted over all stories
  std::variant<desk::NewRequest, TicketCommand, desk::WorkDone> what;
  Actor by;
};

/// All stories of the demo, table by table.
std::vector<Story> all_stories();

/// Everything that happened up to `base`, in order of time. Depends on nothing but its arguments: planned
/// again, it is the same. Throws std::logic_error where the tables name somebody the catalogue does not have.
std::vector<Planned> plan_history(std::span<const Story> stories, const desk::Catalogue& catalogue,
                                  Instant base);

}  // namespace punctual::app::demo
