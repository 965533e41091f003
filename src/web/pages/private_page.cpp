#include "web/pages/private_page.h"

#include <fmt/format.h>

#include "desk/text/markdown.h"
#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"
#include "web/pages/private_page_view.h"

namespace punctual::web {
namespace {

std::string near(const PrivatePage& page, Instant t) {
  return text::near_words(t, page.hours.zone, page.now);
}

GreetingView greeting_of(const PrivatePage& page) {
  GreetingView view{.email = page.client_email};
  const auto by = answer_by(page.standing);
  view.by =
      by ? fmt::format("A person answers by {}.", near(page, *by)) : "A person answers as soon as we can.";
  if (page.clock_starts && *page.clock_starts > page.now) {
    view.starts = fmt::format("You wrote outside our business hours, so the clock starts {}.",
                              near(page, *page.clock_starts));
  }
  return view;
}

void add(std::vector<FactView>& facts, std::string name, std::string value) {
  if (!value.empty()) facts.push_back({.name = std::move(name), .value = std::move(value)});
}

std::vector<FactView> facts_of(const PrivatePage& page) {
  std::vector<FactView> facts;
  add(facts, page.status == Status::resolved ? "Who had it" : "Who has it",
      page.expectation && page.assignee.empty() ? page.expectation->assignee : page.assignee);
  if (page.tier) {
    add(facts, "Severity",
        fmt::format("Tier {}{}{}", *page.tier, page.tier_meaning.empty() ? "" : ": ", page.tier_meaning));
  }
  if (page.expectation && page.status != Status::resolved) {
    add(facts, "What to expect", page.expectation->what_to_expect);
    add(facts, "Next step", page.expectation->next_step);
  }
  const auto& update = page.standing.next_update;
  if (update && update->state == sla::NextUpdate::State::running)
    add(facts, "Next update by", near(page, update->by));
  return facts;
}

std::vector<FactView> told_of(const PrivatePage& page) {
  std::vector<FactView> told;
  add(told, "Website", page.site);
  add(told, "Page", page.page);
  if (page.live) add(told, "On the live site", *page.live ? "yes" : "no");
  add(told, "Its effect", std::string(text::impact_words(page.impact)));
  add(told, "Sent", text::instant_words(page.submitted_at, page.hours.zone, page.now));
  return told;
}

MessageView message_of(const PrivatePage& page, const Message& message) {
  const bool desk = message.from == Message::From::desk;
  MessageView view{.from = desk ? "desk" : "client",
                   .author = desk ? message.author : "You",
                   .role = desk ? page.desk.name : message.author,
                   .at = format_rfc3339(message.at),
                   .at_words = near(page, message.at),
                   .body_html = {text::markdown_html(message.body_markdown)},
                   .has_files = !message.files.empty()};
  for (const auto& file : message.files) {
    view.files.push_back({.name = file.name, .size = text::size_words(file.size), .url = file.url});
  }
  return view;
}

GoesOnView goes_on_view(const GoesOn& other) {
  GoesOnView view{.words = {}, .path = other.path, .link = "To " + other.ref};
  switch (other.why) {
    case GoesOn::Why::followed:
      view.words =
          fmt::format("This request was closed for good; what you wrote later goes on in {}.", other.ref);
      break;
    case GoesOn::Why::merged:
      view.words = fmt::format("This request goes on in {}, so that everything stands in one place.{}",
                               other.ref, other.path.empty() ? " We mailed you its link." : "");
      break;
    case GoesOn::Why::merged_with_a_colleagues:
      view.words = fmt::format("This request goes on in {}, which a colleague of yours opened.", other.ref);
  }
  return view;
}

std::string title_of(const PrivatePage& page, Answered answered) {
  if (page.status == Status::open && answered == Answered::no) return "Reviewed";
  return std::string(text::status_words(page.status));
}

}  // namespace

PrivatePageView view_of(const PrivatePage& page) {
  const auto answered = page.standing.clocks.first_reply.stopped ? Answered::yes : Answered::no;
  PrivatePageView view;
  view.frame = frame_of(page.desk, {"page.css", "form.css", "prose.css", "private.css", "explanation.css",
                                    "clock.js", "form.js", "live.js"});
  view.frame.zone = page.hours.zone.name();
  view.desk_line = desk_line_of(page.hours, page.now);
  view.path = page.path;
  view.ref = page.ref;
  view.title = title_of(page, answered);
  view.news =
      fmt::format("{}: {}. {}.", page.ref, view.title,
                  text::count_words(static_cast<std::int64_t>(page.messages.size()), "message", "messages"));
  view.sent = near(page, page.submitted_at);
  if (page.just_received) view.greeting = greeting_of(page);
  view.steps = progress_of(page.status, answered);
  view.has_steps = !view.steps.empty();
  if (!view.has_steps && !page.goes_on) view.closed = "This request is closed.";
  if (page.goes_on) view.goes_on = goes_on_view(*page.goes_on);
  view.rating = rating_view(page);
  view.expect_title = page.status == Status::resolved ? "How it went" : "Where it stands";
  view.facts = facts_of(page);
  view.has_facts = !view.facts.empty();
  view.promises = promise_lines({.standing = page.standing,
                                 .status = page.status,
                                 .tier = page.tier,
                                 .clock_starts = page.clock_starts,
                                 .zone = page.hours.zone,
                                 .now = page.now});
  view.has_promises = !view.promises.empty();
  view.plans = plan_views(page);
  view.has_plans = !view.plans.empty();
  for (const auto& message : page.messages) view.messages.push_back(message_of(page, message));
  view.reply = reply_view(page);
  view.problems_title = problems_title(page.reply.errors);
  view.told = told_of(page);
  return view;
}

std::string private_page_html(const PrivatePage& page) {
  return text::render("page/private", view_of(page));
}

}  // namespace punctual::web
