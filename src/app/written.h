#pragma once

#include <functional>

#include "app/admin_verbs.h"
#include "app/held_desk.h"

namespace punctual::app {

/// Carries out one piece of work and waits. The writer swallows what it throws; here it is thrown again.
/// Throws std::runtime_error where nothing could be written.
void write_or_throw(store::Writer& writer, const std::function<void(store::Session&)>& work);

/// What a verb is told where the disk or the database refused.
Told not_written();

/// The same for a verb: what it is told; an error discards what was written.
Told in_one_write(const HeldDesk& held, const std::function<Told(store::Session&)>& work);

}  // namespace punctual::app
