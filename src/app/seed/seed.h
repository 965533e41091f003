#pragma once

#include <functional>

#include "app/seed/course.h"
#include "desk/desk.h"
#include "store/writer.h"

namespace punctual::app::seed {

/// Makes a desk of the demo's people and so many tickets, given as commands: the rows are those of a desk
/// that has answered them all. Mails are kept. The folder holds no desk yet; `told` hears how many are made.
/// Throws std::runtime_error where it cannot be written.
void make(desk::Desk& desk, store::Writer& writer, Amount amount, Instant now,
          const std::function<void(std::int64_t)>& told);

}  // namespace punctual::app::seed
