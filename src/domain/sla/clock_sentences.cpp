#include "domain/sla/clock_sentences.h"

#include <string_view>

#include "domain/sla/stretch_periods.h"

namespace punctual::sla {
namespace {

/// More stretches than this are told by the week, more weeks by the month, more months by the year.
constexpr std::size_t most_sentences = 20;

/// What the two are called.
struct Names {
  std::string_view promise;
  std::string_view after_due;
  std::string_view late;
  std::string_view in_time;
};
constexpr Names promise_names{"The promise", "after it was due", ": late", ": in time"};
constexpr Names goal_names{"The goal", "past the goal", "", ": the goal was reached"};

ClockFace face_of(Audience audience) {
  return audience == Audience::staff ? ClockFace::of_24_hours : ClockFace::of_12_hours;
}

const Names& names_of(Judged judged) {
  return judged == Judged::as_goal ? goal_names : promise_names;
}

std::string length_words(Seconds length, Phase phase, const Names& names) {
  switch (phase) {
    case Phase::past:
      return spoken(length) + " counted";
    case Phase::ahead:
      return spoken(length) + " still to come";
    case Phase::late:
      break;
  }
  return spoken(length).append(" ").append(names.after_due);
}

/// What came after the verdict says nothing of it: the rest of a promise that was kept.
bool bears(const Clock& clock, const ExplainedClock& explained, const Stretch& stretch) {
  return !clock.stopped || stretch.time.closes <= explained.until;
}

/// Now and the due part only what counts; a holiday is told once whatever happens in it.
std::vector<Stretch> told_of(const Clock& clock, const ExplainedClock& explained) {
  std::vector<Stretch> told;
  for (const auto& stretch : explained.explanation.stretches) {
    if (!bears(clock, explained, stretch)) continue;
    if (!told.empty() && stretch.reason != Reason::open && stretch.reason == told.back().reason &&
        stretch.name == told.back().name)
      told.back().time.closes = stretch.time.closes;
    else
      told.push_back(stretch);
  }
  return told;
}

void say_stretches(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                   Audience audience, const Names& names, std::vector<std::string>& said) {
  const SpokenTime time(explained.explanation, zone, face_of(audience));
  for (const auto& stretch : told_of(clock, explained)) {
    said.push_back(time(stretch.time) + ": " +
                   (stretch.reason == Reason::open
                        ? length_words(stretch.counted, explained.phase_of(stretch), names) + "."
                        : reason_words(stretch, audience) + ", not counted."));
  }
}

void say_periods(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                 const Names& names, std::vector<std::string>& said) {
  std::vector<PeriodSum> sums;
  for (const auto period : {Period::week, Period::month, Period::year}) {
    sums = sums_of(clock, explained, zone, period);
    if (sums.size() <= most_sentences) break;
  }
  for (const auto& sum : sums) {
    std::string text;
    const auto add = [&](Seconds length, Phase phase) {
      if (length == Seconds{0}) return;
      text += (text.empty() ? "" : ", ") + length_words(length, phase, names);
    };
    add(sum.past, Phase::past);
    add(sum.ahead, Phase::ahead);
    add(sum.late, Phase::late);
    if (text.empty()) text = "nothing counted";
    for (const auto& holiday : sum.holidays) text += "; " + holiday + " not counted";
    said.push_back(sum.name + ": " + text + ".");
  }
}

std::string promise(const Clock& clock, const TimeZone& zone, ClockFace face, const Names& names) {
  if (!clock.target) return "No time is promised: this is measured, not judged.";
  const auto is = std::string(names.promise) + " is " + spoken(*clock.target);
  if (!clock.due)
    return clock.state == Clock::State::paused
               ? is + "; while the clock waits, nobody knows yet when it is due."
               : is + ", but the desk does not open again: no promise is possible.";
  const auto due = spoken(*clock.due, zone, face);
  if (!clock.target->in_business_days()) return is + " of open time, used up " + due + ".";
  // A pause that is made good moves the due beyond the day itself.
  const auto unpaused = clock.calendar->due(clock.start, *clock.target);
  const auto first = clock.calendar->owner(clock.calendar->next_opening(clock.start).value());
  auto text = is + " after " + spoken(first) + ", at the same time: " + spoken(*unpaused, zone, face) + ".";
  if (unpaused != clock.due) text += " What was paused before is made good, so it is due " + due + ".";
  return text;
}

std::string verdict(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone, ClockFace face,
                    const Names& names) {
  const auto counted = spoken(explained.counted);
  if (clock.state == Clock::State::cancelled)
    return "The clock ended with the ticket " + spoken(*clock.stopped, zone, face) + " with " + counted +
           " counted; it is not judged.";
  if (!clock.due)
    return clock.stopped
               ? "The clock stopped " + spoken(*clock.stopped, zone, face) + " with " + counted + " counted."
               : counted + " counted so far.";
  const bool late = clock.state == Clock::State::missed || clock.state == Clock::State::breached;
  auto beyond = explained.late() > Seconds{0} ? spoken(explained.late()) + " of open time " : std::string();
  beyond.append(names.after_due);
  if (explained.late() == Seconds{0}) beyond += ", though no open time had passed since";
  beyond.append(names.late).append(".");
  if (clock.stopped)
    return "The clock stopped " + spoken(*clock.stopped, zone, face) +
           (late ? ", " + beyond : " with " + counted + " counted" + std::string(names.in_time) + ".");
  return late ? "Now is " + beyond
              : counted + " counted so far, " + spoken(explained.left()) + " still to come.";
}

}  // namespace

std::vector<std::string> sentences(const Clock& clock, const ExplainedClock& explained, const TimeZone& zone,
                                   Audience audience, Judged judged) {
  const auto& names = names_of(judged);
  std::vector<std::string> said;
  if (explained.explanation.stretches.size() > most_sentences)
    say_periods(clock, explained, zone, names, said);
  else
    say_stretches(clock, explained, zone, audience, names, said);
  const auto face = face_of(audience);
  said.push_back(promise(clock, zone, face, names));
  said.push_back(verdict(clock, explained, zone, face, names));
  said.push_back(SpokenTime(explained.explanation, zone).zone_note());
  return said;
}

}  // namespace punctual::sla
