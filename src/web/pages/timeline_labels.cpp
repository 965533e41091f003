#include "web/pages/timeline_labels.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "desk/text/wording.h"

namespace punctual::web {
namespace {

using Anchor = TimelineLabel::Anchor;
using Row = TimelineLabel::Row;

// The bar's length in CSS pixels on the narrowest screen and from where explanation.css calls it wide.
constexpr double narrow = 280;
constexpr double wide = 620;

/// In thousandths of the bar; a letter of this size takes about 7 pixels, and some air beside it.
double width_of(std::string_view text, double pixels) {
  return (static_cast<double>(text.size()) * 7 + 8) * timeline_length / pixels;
}

struct Box {
  double from = 0;
  double to = 0;
};

Box box_of(const TimelineLabel& label, double pixels) {
  const auto width = width_of(label.text, pixels);
  const double share = label.anchor == Anchor::start ? 0 : label.anchor == Anchor::middle ? 0.5 : 1;
  return {label.at - share * width, label.at + (1 - share) * width};
}

bool fits(const TimelineLabel& label, const std::vector<TimelineLabel>& placed, double pixels) {
  const auto box = box_of(label, pixels);
  // The air after the last word may stand out.
  if (box.from < -1 || box.to > timeline_length + 8 * timeline_length / pixels) return false;
  return std::ranges::none_of(placed, [&](const TimelineLabel& other) {
    if (other.row != label.row) return false;
    const auto taken = box_of(other, pixels);
    return box.from < taken.to && taken.from < box.to;
  });
}

/// In the middle above its mark, unless it would stand out at an end.
TimelineLabel mark(std::string text, int at) {
  TimelineLabel label{
      .text = std::move(text), .at = at, .anchor = Anchor::middle, .row = Row::above, .mark = true};
  const auto box = box_of(label, narrow);
  if (box.from < 0)
    label.anchor = Anchor::start;
  else if (box.to > timeline_length)
    label.anchor = Anchor::end;
  return label;
}

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// "Tue" within a week, otherwise "24 Nov".
std::string day_words(Date date, bool one_week) {
  constexpr std::size_t letters = 3;
  if (one_week) return std::string(text::weekday_words(date).substr(0, letters));
  const std::chrono::year_month_day day{date};
  return std::to_string(static_cast<unsigned>(day.day()))
      .append(" ")
      .append(months[static_cast<unsigned>(day.month()) - 1]);
}

TimelineLabel label_of(const DayMark& day, bool one_week) {
  if (day.holiday.empty()) return {.text = day_words(day.date, one_week), .at = day.at};
  return {.text = day.holiday, .at = day.at, .anchor = Anchor::middle};
}

}  // namespace

std::vector<TimelineLabel> labels_of(const TimelineMarks& marks) {
  std::vector<TimelineLabel> placed;
  if (marks.due) placed.push_back(mark(marks.words.due, *marks.due));
  auto until = mark(marks.words.until, marks.until);
  if (!fits(until, placed, narrow)) until.row = Row::below;
  placed.push_back(std::move(until));

  std::vector<TimelineLabel> left;
  bool one_week = true;
  if (!marks.days.empty()) {
    const auto [first, last] = std::ranges::minmax(marks.days, {}, &DayMark::date);
    one_week = last.date - first.date < std::chrono::days{7};
  }
  for (const auto& day : marks.days) {
    auto label = label_of(day, one_week);
    // Rather beginning below its part than not at all.
    if (!fits(label, placed, narrow)) label.anchor = Anchor::start;
    if (fits(label, placed, narrow))
      placed.push_back(std::move(label));
    else
      left.push_back(label_of(day, one_week));
  }
  // What stands apart where it is narrow does so where it is wide.
  for (auto& label : left) {
    if (!fits(label, placed, wide)) continue;
    label.only_wide = true;
    placed.push_back(std::move(label));
  }
  return placed;
}

}  // namespace punctual::web
