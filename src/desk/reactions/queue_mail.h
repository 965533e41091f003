#pragma once

#include <string_view>

#include "desk/desk.h"
#include "store/outbox.h"

namespace punctual::desk {

/// Queues a mail in the transaction of what it tells of: waiting for the drain, or kept at the desk where no
/// server is configured. Its Message-ID begins with `about`; id, state and times of `mail` are made here. It
/// goes out no sooner than after `delay`.
void queue_mail(const Desk& desk, store::Session& session, std::string_view about, store::OutboxRow mail,
                Instant now, Seconds delay = Seconds{0});

}  // namespace punctual::desk
