#pragma once

#include <optional>
#include <span>

#include "domain/calendar/business_hours.h"

namespace punctual::people {

/// What differs from a person's week on some dates, in the person's own zone.
struct RotaChange {
  enum class Kind {
    time_off,    ///< asked for and granted
    absence,     ///< sudden: ill, or called away
    swap_off,    ///< the hours a swap gives up
    swap_extra,  ///< the hours a swap takes on instead
  };
  Kind kind{};
  Date first;
  Date last;  ///< belongs to it
  /// A part of each date; without it the whole of what starts on the date (SEMANTICS 3). `swap_extra` always
  /// has one.
  std::optional<WallInterval> hours;
  bool operator==(const RotaChange&) const = default;
};

/// The week with its changes written in as exceptions, a calendar like any other (SEMANTICS 21): first what
/// is taken on, also on a holiday, for who says so knows the date; then what is given up.
BusinessHours at_work(BusinessHours week, std::span<const RotaChange> changes);

}  // namespace punctual::people
