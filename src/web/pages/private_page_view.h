#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "desk/text/template.h"
#include "web/pages/desk_line.h"
#include "web/pages/frame.h"
#include "web/pages/private_page.h"
#include "web/pages/progress.h"
#include "web/pages/promises.h"
#include "web/pages/request_form_view.h"

namespace punctual::web {

/// What the template page/private reads; made by `view_of`.

struct GreetingView {
  std::string by;      ///< "A person answers by …"
  std::string starts;  ///< out of hours: when the clock does
  std::string email;
};
BOOST_DESCRIBE_STRUCT(GreetingView, (), (by, starts, email))

struct FactView {
  std::string name;
  std::string value;
};
BOOST_DESCRIBE_STRUCT(FactView, (), (name, value))

struct FileView {
  std::string name;
  std::string size;
  std::string url;
};
BOOST_DESCRIBE_STRUCT(FileView, (), (name, size, url))

struct MessageView {
  std::string from;  ///< "client" or "desk"
  std::string author;
  std::string role;  ///< "for Agency", or empty
  std::string at;
  std::string at_words;
  text::SafeHtml body_html;
  bool has_files = false;
  std::vector<FileView> files;
};
BOOST_DESCRIBE_STRUCT(MessageView, (), (from, author, role, at, at_words, body_html, has_files, files))

struct ReplyFormView {
  std::string title;
  std::string words;
  std::string button;
  std::string nonce;
  bool has_problems = false;
  std::vector<ProblemView> problems;
  WordsView body;
  AttachmentsView attachments;
};
BOOST_DESCRIBE_STRUCT(ReplyFormView, (),
                      (title, words, button, nonce, has_problems, problems, body, attachments))

struct GoesOnView {
  std::string words;
  std::string path;
  std::string link;  ///< its words
};
BOOST_DESCRIBE_STRUCT(GoesOnView, (), (words, path, link))

struct RatingChoiceView {
  std::string value;
  std::string words;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(RatingChoiceView, (), (value, words, chosen))

struct RatingView {
  std::string title;
  std::string words;
  std::string button;
  std::string error;
  std::string comment_error;
  std::vector<RatingChoiceView> choices;
  std::string comment;
};
BOOST_DESCRIBE_STRUCT(RatingView, (), (title, words, button, error, comment_error, choices, comment))

struct PlanView {
  std::string title;
  std::string words;
};
BOOST_DESCRIBE_STRUCT(PlanView, (), (title, words))

struct PrivatePageView {
  Frame frame;
  DeskLine desk_line;
  std::string path;
  std::string ref;
  std::string title;  ///< the status in words, for the tab
  std::string news;   ///< said aloud when the page changed by itself
  std::string sent;
  std::optional<GreetingView> greeting;
  bool has_steps = false;
  std::vector<ProgressStep> steps;
  std::string closed;  ///< instead of the steps
  std::optional<GoesOnView> goes_on;
  std::optional<RatingView> rating;
  bool has_facts = false;
  std::string expect_title;
  std::vector<FactView> facts;
  bool has_promises = false;
  std::vector<PromiseLine> promises;
  bool has_plans = false;
  std::vector<PlanView> plans;
  std::vector<MessageView> messages;
  std::optional<ReplyFormView> reply;
  std::string problems_title;
  std::vector<FactView> told;
  std::string foot_note;
};
BOOST_DESCRIBE_STRUCT(PrivatePageView, (),
                      (frame, desk_line, path, ref, title, news, sent, greeting, has_steps, steps, closed,
                       goes_on, rating, has_facts, expect_title, facts, has_promises, promises, has_plans,
                       plans, messages, reply, problems_title, told, foot_note))

PrivatePageView view_of(const PrivatePage& page);
/// Of the rating alone; nothing where there is nothing to rate.
std::optional<RatingView> rating_view(const PrivatePage& page);
/// Of the plans alone: what became of each, without its price, which is for who decides on it.
std::vector<PlanView> plan_views(const PrivatePage& page);
/// Of the answer form alone; nothing where answering is over.
std::optional<ReplyFormView> reply_view(const PrivatePage& page);

}  // namespace punctual::web
