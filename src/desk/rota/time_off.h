#pragma once

#include <expected>
#include <string>

#include "desk/desk.h"
#include "desk/rota/edit.h"

namespace punctual::desk {

// Time off as it is asked for, refused and taken back, each in the writer's transaction; granting it is an
// edit of the rota (carry_out.h).

/// Of one person: so many within a day, and so many that wait.
inline constexpr int most_asked_a_day = 20;
inline constexpr int most_waiting = 20;

/// Asks for time off, of one's own. Opens nothing until it is granted.
std::expected<TimeOffId, RotaRefused> ask_for_time_off(const Desk& desk, store::Session& session,
                                                       PersonId person, const people::RotaChange& change,
                                                       std::string note, Instant now);
/// A manager's no, with a reason.
std::expected<void, RotaRefused> decline_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                  std::string answer, PersonId by, Instant now);
/// By who asked for it or recorded it, or a manager: they are there after all, and a swap that made it
/// possible goes with it. What has begun ends with yesterday; what is over stays.
std::expected<void, RotaRefused> withdraw_time_off(const Desk& desk, store::Session& session, TimeOffId id,
                                                   PersonId by, people::Role role, Instant now);

}  // namespace punctual::desk
