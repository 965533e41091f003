#include "domain/sla/clock_sentences.h"

#include "domain/calendar/business_days.h"
#include "domain/sla/stretch_periods.h"

namespace punctual::sla {
namespace {

/// More stretches than this are told by the week, more weeks by the month, more months by the year.
constexpr std::size_t most_sentences = 20;

std::string length_words(Seconds length, Phase phase) {
  switch (phase) {
    case Phase::past:
      return spoken(length) + " counted";
    case Phase::ahead:
      return spoken(length) + " still to come";
    case Phase::late:
      break;
  }
  return spoken(length) + " after it was due";
}

/// What came after the verdict says nothing of it: the rest of a promise that was kept.
bool bears(const Clock& clock, const ExplainedClock& explained, const Stretch& stretch) {
  return !clock.stopped || stretch.time.closes <= explained.until;
}

void say_stretches(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                   Audience audience, std::vector<std::string>& said) {
  const SpokenTime time(explained.explanation, zone);
  for (const auto& stretch : explained.explanation.stretches) {
    if (!bears(clock, explained, stretch)) continue;
    said.push_back(time(stretch.time) + ": " +
                   (stretch.reason == Reason::open
                        ? length_words(stretch.counted, explained.phase_of(stretch)) + "."
                        : reason_words(stretch, audience) + ", not counted."));
  }
}

void say_periods(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                 std::vector<std::string>& said) {
  std::vector<PeriodSum> sums;
  for (const auto period : {Period::week, Period::month, Period::year}) {
    sums = sums_of(clock, explained, zone, period);
    if (sums.size() <= most_sentences) break;
  }
  for (const auto& sum : sums) {
    std::string text;
    const auto add = [&](Seconds length, Phase phase) {
      if (length == Seconds{0}) return;
      text += (text.empty() ? "" : ", ") + length_words(length, phase);
    };
    add(sum.past, Phase::past);
    add(sum.ahead, Phase::ahead);
    add(sum.late, Phase::late);
    if (text.empty()) text = "nothing counted";
    for (const auto& holiday : sum.holidays) text += "; " + holiday + " not counted";
    said.push_back(sum.name + ": " + text + ".");
  }
}

std::string promise(const Clock& clock, const TimeZone& zone) {
  if (!clock.target) return "No time is promised: this is measured, not judged.";
  const auto target = spoken(*clock.target);
  if (!clock.due)
    return clock.state == Clock::State::paused
               ? "The promise is " + target + "; while the clock waits, nobody knows yet when it is due."
               : "The promise is " + target + ", but the desk does not open again: no promise is possible.";
  const auto due = spoken(*clock.due, zone);
  if (!clock.target->in_business_days())
    return "The promise is " + target + " of open time, used up " + due + ".";
  // A pause that is made good moves the due beyond the day itself.
  const auto unpaused = clock.calendar->due(clock.start, *clock.target);
  const auto dates = business_days(*clock.calendar, clock.start, clock.target->amount);
  auto text = "The promise is " + target + " after " + spoken(dates.front()) +
              ", at the same time: " + spoken(*unpaused, zone) + ".";
  if (unpaused != clock.due) text += " What was paused before is made good, so it is due " + due + ".";
  return text;
}

std::string verdict(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone) {
  const auto counted = spoken(explained.counted);
  if (!clock.due)
    return clock.stopped
               ? "The clock stopped " + spoken(*clock.stopped, zone) + " with " + counted + " counted."
               : counted + " counted so far.";
  const bool late = clock.state == Clock::State::missed || clock.state == Clock::State::breached;
  const auto beyond = explained.late() > Seconds{0}
                          ? spoken(explained.late()) + " of open time after it was due: late."
                          : std::string("after it was due, though no open time had passed since: late.");
  if (clock.stopped)
    return "The clock stopped " + spoken(*clock.stopped, zone) +
           (late ? ", " + beyond : " with " + counted + " counted: in time.");
  return late ? "Now is " + beyond
              : counted + " counted so far, " + spoken(explained.left()) + " still to come.";
}

}  // namespace

std::vector<std::string> sentences(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                                   Audience audience) {
  std::vector<std::string> said;
  if (explained.explanation.stretches.size() > most_sentences)
    say_periods(clock, explained, zone, said);
  else
    say_stretches(clock, explained, zone, audience, said);
  said.push_back(promise(clock, zone));
  said.push_back(verdict(clock, explained, zone));
  said.push_back(SpokenTime(explained.explanation, zone).zone_note());
  return said;
}

}  // namespace punctual::sla
