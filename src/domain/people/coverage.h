#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/calendar/calendar.h"
#include "domain/id.h"
#include "domain/people/rota_change.h"
#include "domain/time/zone_source.h"

namespace punctual::people {

/// Hours made countable, 24x7 among them.
Calendar countable(BusinessHours hours, const TimeZone& zone);

/// A week as it is worked: with the desk's holidays in it.
std::shared_ptr<const BusinessHours> with_holidays(BusinessHours week,
                                                   const std::map<Date, std::string>& holidays);

/// One person as a rota counts them.
struct Worker {
  PersonId id;
  std::shared_ptr<const BusinessHours> week;  ///< with holidays; who has the same may share it
  std::vector<RotaChange> changes;
  Calendar at_work;  ///< all of that, countable

  /// Nothing where the week's zone does not exist.
  static std::optional<Worker> of(PersonId id, std::shared_ptr<const BusinessHours> week,
                                  std::vector<RotaChange> changes, const ZoneSource& zones);
};

/// A stretch of promised time in which fewer are at work than needed.
struct Gap {
  Interval over;
  int present = 0;  ///< the fewest at any moment of it
  bool operator==(const Gap&) const = default;
};

/// The pieces as gaps, each as long as it can be.
std::vector<Gap> joined(std::span<const Gap> pieces);

/// What is left of the pieces outside of these stretches, which ascend and lie apart.
std::vector<Gap> outside(std::span<const Gap> pieces, std::span<const Interval> stretches);

/// The pieces of `after` that were no gap before, or one with more people.
std::vector<Gap> opened(std::span<const Gap> before, std::span<const Gap> after);

}  // namespace punctual::people
