#include "web/pages/support_page.h"

#include <fmt/format.h>

#include "desk/text/markdown.h"
#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"
#include "web/pages/support_page_view.h"

namespace punctual::web {
namespace {

std::string hours_of(const DeskHours& hours, Instant now) {
  return hours.always_open ? text::always_open_words() : text::hours_words(hours.weekly, hours.zone, now);
}

// The next day with hours, today included: it knows this season's offset.
std::optional<DayView> next_day(const DeskHours& hours, Instant now) {
  if (hours.always_open) return std::nullopt;
  for (int ahead = 0; ahead < 7; ++ahead) {
    const auto date = hours.zone.date(now) + std::chrono::days{ahead};
    const auto& day = hours.weekly[static_cast<std::size_t>(weekday_index(date))];
    if (day.empty()) continue;
    const auto at = [&](int minutes) {
      return format_rfc3339(hours.zone.first_at_or_after(WallTime{date} + std::chrono::minutes{minutes}));
    };
    return DayView{.opens = at(day.front().open),
                   .closes = at(day.back().close),
                   .weekday = std::string(text::weekday_words(date))};
  }
  return std::nullopt;
}

FigureView figure_of(const SupportPage& page) {
  const auto goal = text::target_words(page.goal);
  if (!page.average) {
    return {.title = "How soon a person answers",
            .number = goal,
            .meaning = "is our goal for the first answer from a person, counted in business hours.",
            .goal = "The average takes its place once five requests have been answered within a month."};
  }
  return {
      .title = "Average response time",
      .number = text::duration_words(page.average->mean),
      .meaning = fmt::format("from a request to the first answer from a person, counted in business hours, "
                             "over the last {} days ({}).",
                             page.average->days, text::count_words(page.average->count, "answer", "answers")),
      .goal = fmt::format("Our goal: {} or less.", goal)};
}

std::string promise_of(const TierPromise& tier) {
  return tier.first_reply ? text::target_adjective(*tier.first_reply) + " response" : "As soon as we can";
}

}  // namespace

SupportPageView view_of(const SupportPage& page) {
  SupportPageView view;
  view.frame =
      frame_of(page.desk, {"page.css", "form.css", "prose.css", "support.css", "clock.js", "form.js"});
  view.frame.zone = page.hours.zone.name();
  view.desk_line = desk_line_of(page.hours, page.now);
  view.title = page.title.empty() ? "What can we do for you?" : page.title;
  view.lede =
      fmt::format("{} A person reads it and answers, in our business hours within {}.",
                  page.greeting.empty() ? "Tell us below." : page.greeting, text::target_words(page.goal));
  view.problems_title = problems_title(page.form.errors);
  view.form = view_of(page.form, page.limits);
  view.figure = figure_of(page);
  for (const auto& tier : page.tiers) {
    view.tiers.push_back(
        {.number = tier.number, .title = tier.title, .promise = promise_of(tier), .meaning = tier.meaning});
  }
  for (const auto& step : page.steps) view.steps.push_back({.title = step.title, .text = step.text});
  view.has_steps = !view.steps.empty();
  view.has_tiers = !view.tiers.empty();
  for (const auto& question : page.questions) {
    view.questions.push_back(
        {.question = question.question, .answer_html = {text::markdown_html(question.answer_markdown)}});
  }
  view.has_questions = !view.questions.empty();
  view.hours = hours_of(page.hours, page.now);
  view.day = next_day(page.hours, page.now);
  view.availability_html = {text::markdown_html(page.availability_markdown)};
  view.out_of_hours_html = {text::markdown_html(page.out_of_hours_markdown)};
  if (!page.hours.open && page.hours.until) {
    view.resumes = text::near_words(*page.hours.until, page.hours.zone, page.now);
  }
  view.foot_note = view.hours;
  return view;
}

std::string support_page_html(const SupportPage& page) {
  return text::render("page/support", view_of(page));
}

}  // namespace punctual::web
