#include "web/pages/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/sla/clock_sentences.h"
#include "web/pages/timeline_picture.h"

namespace punctual::web {
namespace {

using Kind = TimelineKind;

struct Look {
  Kind kind;
  std::string_view name;
  bool box;
  std::string_view words;
};
constexpr std::array<Look, 10> looks{{
    {Kind::counted, "counted", true, "counted"},
    {Kind::ahead, "ahead", true, "still to come"},
    {Kind::late, "late", true, "after it was due"},
    {Kind::spare, "spare", true, "not needed"},
    {Kind::before, "before", false, "before you wrote"},
    {Kind::closed, "closed", false, "closed"},
    {Kind::holiday, "holiday", false, "holiday"},
    {Kind::exception, "exception", false, "closed that day"},
    {Kind::waiting, "waiting", false, "waiting for your answer"},
    {Kind::resolved, "resolved", false, "resolved"},
}};

const Look& look_of(Kind kind) {
  return *std::ranges::find(looks, kind, &Look::kind);
}

std::string percent(int place) {
  return place % 10 == 0 ? fmt::format("{}%", place / 10) : fmt::format("{}.{}%", place / 10, place % 10);
}

// The baselines above and below the bar, whose middle explanation.css lays at 34.
constexpr int above = 12;
constexpr int below = 65;

TimelineLabelView label_view(const TimelineLabel& label) {
  std::string look = label.mark ? "mark" : "day";
  if (label.anchor == TimelineLabel::Anchor::middle) look += " middle";
  if (label.anchor == TimelineLabel::Anchor::end) look += " end";
  if (label.only_wide) look += " wide";
  return {.text = label.text,
          .at = percent(label.at),
          .y = label.row == TimelineLabel::Row::above ? above : below,
          .look = std::move(look)};
}

TimelineWords words_of(const sla::Clock& clock, ClockEnds ends) {
  const auto* stopped = ends == ClockEnds::resolution ? "resolved" : "answered";
  return {clock.stopped ? stopped : "now", ends == ClockEnds::goal ? "goal" : "due"};
}

std::string said(const sla::ExplainedClock& explained, std::string_view word) {
  const auto counted = spoken(explained.counted);
  if (!explained.due) return fmt::format("{}: {} counted.", word, counted);
  return fmt::format("{}: {} counted of {}.", word, counted, spoken(explained.promised));
}

TimelineView timeline_of(const TimelinePicture& picture, ClockEnds ends) {
  TimelineView view{.until = percent(picture.until), .shortened = picture.shortened};
  if (picture.due) view.due = percent(*picture.due);
  for (const auto& part : picture.parts) {
    const auto& look = look_of(part.kind);
    view.parts.push_back({.kind = std::string(look.name),
                          .box = look.box,
                          .from = percent(part.from),
                          .to = percent(part.to),
                          .width = percent(part.to - part.from)});
  }
  for (const auto& look : looks) {
    if (std::ranges::find(picture.parts, look.kind, &TimelinePart::kind) == picture.parts.end()) continue;
    const bool past_goal = look.kind == Kind::late && ends == ClockEnds::goal;
    view.key.push_back({.kind = std::string(look.name),
                        .box = look.box,
                        .words = std::string(past_goal ? "past the goal" : look.words)});
  }
  for (const auto& label : picture.labels) view.labels.push_back(label_view(label));
  return view;
}

}  // namespace

ExplanationView explanation_of(const sla::Clock& clock, ClockEnds ends, std::string_view verdict,
                               std::string_view word, const TimeZone& zone, Instant now) {
  const auto explained = sla::explain(clock, now);
  ExplanationView view{
      .sentences = sla::sentences(clock, explained, zone, Audience::client,
                                  ends == ClockEnds::goal ? sla::Judged::as_goal : sla::Judged::as_promise)};
  if (explained.explanation.stretches.empty()) return view;
  const auto runs = clock.stopped ? ClockRuns::stopped : ClockRuns::on;
  view.timeline = timeline_of(picture_of(explained, runs, zone, words_of(clock, ends)), ends);
  view.timeline->look = ends == ClockEnds::goal ? fmt::format("{} timeline--goal", verdict) : verdict;
  view.timeline->says = said(explained, word);
  return view;
}

}  // namespace punctual::web
