#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/text/template.h"
#include "web/pages/desk_line.h"
#include "web/pages/frame.h"
#include "web/pages/request_form_view.h"
#include "web/pages/support_page.h"

namespace punctual::web {

/// What the template page/support reads; made by `view_of`.

struct FigureView {
  std::string title;
  std::string number;
  std::string meaning;
  std::string goal;
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (title, number, meaning, goal))

struct TierView {
  int number = 0;
  std::string title;
  std::string promise;
  std::string meaning;
};
BOOST_DESCRIBE_STRUCT(TierView, (), (number, title, promise, meaning))

struct StepView {
  std::string title;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(StepView, (), (title, text))

struct QuestionView {
  std::string question;
  text::SafeHtml answer_html;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (question, answer_html))

/// One day's hours as instants, for the visitor's own clock.
struct DayView {
  std::string opens;
  std::string closes;
  std::string weekday;  ///< the desk's
};
BOOST_DESCRIBE_STRUCT(DayView, (), (opens, closes, weekday))

struct SupportPageView {
  Frame frame;
  DeskLine desk_line;
  std::string title;
  std::string lede;
  std::string problems_title;
  RequestFormView form;
  FigureView figure;
  bool has_steps = false;
  std::vector<StepView> steps;
  bool has_tiers = false;
  std::vector<TierView> tiers;
  bool has_questions = false;
  std::vector<QuestionView> questions;
  std::string hours;
  std::optional<DayView> day;
  text::SafeHtml availability_html;
  text::SafeHtml out_of_hours_html;
  std::string resumes;  ///< "they resume …", when closed now
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(SupportPageView, (),
                      (frame, desk_line, title, lede, problems_title, form, figure, has_steps, steps,
                       has_tiers, tiers, has_questions, questions, hours, day, availability_html,
                       out_of_hours_html, resumes, foot_note))

SupportPageView view_of(const SupportPage& page);

}  // namespace punctual::web
