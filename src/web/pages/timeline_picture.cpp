#include "web/pages/timeline_picture.h"

#include <algorithm>
#include <cmath>

#include "web/pages/timeline_labels.h"

namespace punctual::web {
namespace {

using Kind = TimelineKind;
using sla::ExplainedClock;

/// A part before small ones are put together.
struct Laid {
  Interval time;
  Kind kind{};
  sla::Phase phase{};
  double from = 0;
  double to = 0;
  double width() const { return to - from; }
};

/// What cannot be seen is put to its neighbour.
constexpr double narrowest = timeline_length / 400.0;

bool is_open(Kind kind) {
  return kind == Kind::counted || kind == Kind::ahead || kind == Kind::late || kind == Kind::spare;
}

/// The most a part that does not count may take, as a share of all that is open.
double most_of(Kind kind) {
  switch (kind) {
    case Kind::waiting:
      return 0.16;
    case Kind::holiday:
    case Kind::exception:
    case Kind::resolved:
      return 0.09;
    default:
      return 0.05;
  }
}
/// And all of them together: with many nights each is the shorter.
constexpr double most_together = 0.5;

Kind open_kind(const ExplainedClock& clock, ClockRuns runs, const Stretch& stretch) {
  switch (clock.phase_of(stretch)) {
    case sla::Phase::past:
      return Kind::counted;
    case sla::Phase::late:
      return Kind::late;
    case sla::Phase::ahead:
      break;
  }
  return runs == ClockRuns::stopped ? Kind::spare : Kind::ahead;
}

Kind kind_of(const ExplainedClock& clock, ClockRuns runs, const Stretch& stretch) {
  switch (stretch.reason) {
    case Reason::open:
      return open_kind(clock, runs, stretch);
    case Reason::before_submission:
      return Kind::before;
    case Reason::closed:
      return Kind::closed;
    case Reason::holiday:
      return Kind::holiday;
    case Reason::exception:
      return Kind::exception;
    case Reason::waiting_on_client:
      return Kind::waiting;
    case Reason::resolved:
      return Kind::resolved;
  }
  return Kind::closed;
}

double seconds(const Laid& part) {
  return static_cast<double>(part.time.length().count());
}

/// How long each is drawn, in seconds of open time.
std::vector<double> weights_of(const std::vector<Laid>& laid) {
  double open = 0;
  for (const auto& part : laid)
    if (is_open(part.kind)) open += seconds(part);
  // Where nothing is open there is nothing to be to scale with.
  constexpr double a_night = 12.0 * 3600;
  double others = 0;
  std::vector<double> weights;
  for (const auto& part : laid) {
    const auto most = open > 0 ? most_of(part.kind) * open : a_night;
    weights.push_back(is_open(part.kind) ? seconds(part) : std::min(seconds(part), most));
    if (!is_open(part.kind)) others += weights.back();
  }
  if (open == 0 || others <= most_together * open) return weights;
  for (std::size_t i = 0; i < laid.size(); ++i)
    if (!is_open(laid[i].kind)) weights[i] *= most_together * open / others;
  return weights;
}

std::vector<Laid> lay(const ExplainedClock& clock, ClockRuns runs, bool& shortened) {
  std::vector<Laid> laid;
  for (const auto& stretch : clock.explanation.stretches)
    laid.push_back(
        {.time = stretch.time, .kind = kind_of(clock, runs, stretch), .phase = clock.phase_of(stretch)});
  const auto weights = weights_of(laid);
  double all = 0;
  for (const double weight : weights) all += weight;
  double at = 0;
  for (std::size_t i = 0; i < laid.size(); ++i) {
    shortened = shortened || weights[i] < seconds(laid[i]);
    laid[i].from = at / all * timeline_length;
    at += weights[i];
    laid[i].to = at / all * timeline_length;
  }
  return laid;
}

/// Of two that are hard to see the one that counts stays; nothing is put together across now or the due.
void put_together(Laid& before, const Laid& next) {
  const bool both = before.width() < narrowest && next.width() < narrowest;
  if (both ? is_open(next.kind) : next.width() > before.width()) before.kind = next.kind;
  before.to = next.to;
}

std::vector<TimelinePart> parts_of(const std::vector<Laid>& laid) {
  std::vector<Laid> seen;
  for (const auto& part : laid) {
    const bool together =
        !seen.empty() && seen.back().phase == part.phase &&
        (part.width() < narrowest || seen.back().width() < narrowest || seen.back().kind == part.kind);
    if (together)
      put_together(seen.back(), part);
    else
      seen.push_back(part);
  }
  std::vector<TimelinePart> parts;
  for (const auto& part : seen) {
    const TimelinePart rounded{part.kind, static_cast<int>(std::lround(part.from)),
                               static_cast<int>(std::lround(part.to))};
    if (rounded.to > rounded.from) parts.push_back(rounded);
  }
  return parts;
}

int place_of(const std::vector<Laid>& laid, Instant t) {
  for (const auto& part : laid) {
    if (t > part.time.closes) continue;
    const auto share = std::max(0.0, static_cast<double>((t - part.time.opens).count())) / seconds(part);
    return static_cast<int>(std::lround(part.from + share * part.width()));
  }
  return timeline_length;
}

/// Days by where their first hours begin, and the holidays by the middle of their part.
std::vector<DayMark> day_marks(const ExplainedClock& clock, const std::vector<Laid>& laid,
                               const TimeZone& zone) {
  // More than can ever stand beside one another; the rest of a year open day and night is not walked.
  constexpr std::size_t most = 400;
  std::vector<DayMark> days;
  std::vector<DayMark> holidays;
  for (std::size_t i = 0; i < laid.size() && days.size() < most; ++i) {
    const auto& [time, kind, phase, from, to] = laid[i];
    if (kind == Kind::holiday) {
      const auto& name = clock.explanation.stretches[i].name;
      const auto date = zone.date(time.opens);
      // Now or the due may part it; its name stands once.
      const bool goes_on = !holidays.empty() && holidays.back().date == date;
      const double begins = goes_on ? laid[i - 1].from : from;
      if (!goes_on) holidays.push_back({date, 0, name});
      holidays.back().at = static_cast<int>(std::lround((begins + to) / 2));
      continue;
    }
    if (i != 0 && (kind == Kind::closed || kind == Kind::exception)) continue;
    const auto last = zone.date(time.closes - Seconds{1});
    for (auto date = zone.date(time.opens); date <= last && days.size() < most; date += std::chrono::days{1})
      if (days.empty() || days.back().date != date)
        days.push_back({date, place_of(laid, std::max(time.opens, zone.midnight(date))), {}});
  }
  std::erase_if(holidays, [](const DayMark& day) { return day.holiday.empty(); });
  holidays.insert(holidays.end(), days.begin(), days.end());
  return holidays;
}

}  // namespace

TimelinePicture picture_of(const ExplainedClock& clock, ClockRuns runs, const TimeZone& zone,
                           const TimelineWords& words) {
  TimelinePicture picture;
  const auto laid = lay(clock, runs, picture.shortened);
  picture.parts = parts_of(laid);
  picture.until = place_of(laid, clock.until);
  if (clock.due) picture.due = place_of(laid, *clock.due);
  picture.labels = labels_of(
      {.until = picture.until, .due = picture.due, .words = words, .days = day_marks(clock, laid, zone)});
  return picture;
}

}  // namespace punctual::web
