#include "domain/ticket/offered_hours.h"

#include <algorithm>

#include "domain/calendar/sentences.h"

namespace punctual {
namespace {

/// What lies further before is no offer.
constexpr std::chrono::days lately{14};
constexpr std::chrono::days a_stretch{7};

}  // namespace

std::string offered_hours(const Calendar& at_work, Instant wanted, Instant now, const TimeZone& zone) {
  const SpokenTime words({}, zone, ClockFace::of_24_hours);
  const Instant from = std::max(Instant(std::chrono::ceil<std::chrono::minutes>(now)), wanted - lately);
  const auto before = at_work.intervals(from, wanted);
  std::string text;
  if (!before.empty()) text = words(before.back());
  if (const auto next = at_work.next_opening(wanted))
    text += (text.empty() ? "" : ", and again ") + words(at_work.intervals(*next, *next + a_stretch).front());
  return text.empty() ? " is not at work any more." : " is at work " + text + ".";
}

}  // namespace punctual
