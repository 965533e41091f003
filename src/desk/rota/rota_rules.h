#pragma once

#include <optional>

#include "desk/rota/edit.h"

namespace punctual::desk {

/// A change lasts at most a year and begins within five; a past one is a mistake.
inline constexpr std::chrono::days longest_change{366};
inline constexpr std::chrono::days furthest_change{5 * 366};

/// Its last date is past where the person lives.
bool over(const people::RotaChange& change, const people::Worker& worker, Instant now);
/// A part of it is past there.
bool begun(const store::SwapRow& swap, const people::Worker& worker, Instant now);

// What is wrong, with its field and a remedy; nothing where nothing is.

/// Of time off or an absence: dates in order and not past, a part of a length, and some of it their working
/// time that is not taken already.
std::optional<RotaRefused> problem_of(const people::RotaChange& change, const people::Worker& worker,
                                      Instant now);
std::optional<RotaRefused> problem_of(const edit::Swap& swap, const people::Worker& worker, Instant now);
/// A skill is a word or a few on one line; each once.
std::optional<RotaRefused> problem_of(const edit::ChangeSkills& change);
/// Of a week: a zone that exists, intervals of a length that do not overlap, from dates in order, some work.
std::optional<RotaRefused> problem_of(const BusinessHours& week, const ZoneSource& zones, Instant now);

}  // namespace punctual::desk
