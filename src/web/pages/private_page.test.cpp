#include "web/pages/private_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "desk/text/template_source.h"
#include "web/pages/notice_page.h"
#include "web/pages/notice_page_view.h"
#include "web/pages/private_page_view.h"

namespace punctual::web {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace std::chrono;

constexpr Instant sent = sys_days{year{2026} / 11 / 24} + hours{19};  // 2 pm in New York
const DeskFace desk{.name = "Lantern & Field", .colour = "#3d4fb8"};

PrivatePage sample() {
  PrivatePage page{.desk = desk,
                   .now = sent + minutes{5},
                   .hours = {.zone = TimeZone::fixed("America/New_York", hours{-5}, "EST"),
                             .weekly = {},
                             .open = true,
                             .until = sent + hours{3}},
                   .path = "/r/token",
                   .ref = "P-1042",
                   .status = Status::fresh,
                   .submitted_at = sent,
                   .client_email = "ann@harbour.example",
                   .site = "https://shop.example",
                   .live = true,
                   .impact = Impact::degraded};
  page.standing.goal = {.state = sla::Goal::State::running, .due = sent + hours{1}, .shown = true};
  page.standing.clocks.first_reply = {.start = sent, .target = Target::of_hours(4), .due = sent + hours{18}};
  page.standing.clocks.resolution = {.start = sent};
  page.standing.goal.clock = {.start = sent, .target = Target::of_hours(1), .due = sent + hours{1}};
  for (auto* clock :
       {&page.standing.clocks.first_reply, &page.standing.clocks.resolution, &page.standing.goal.clock})
    clock->calendar = Calendar::always(page.hours.zone);
  page.messages = {{Message::From::client,
                    "Ann",
                    sent,
                    "It **hangs**.\n<b>x</b>",
                    {{"a <1>.png", 340'000, "/r/token/files/1"}}}};
  page.reply.nonce = "n";
  return page;
}

TEST(PrivatePage, its_templates_name_only_what_there_is) {
  EXPECT_EQ(text::unknown_names("page/private", text::shape_of<PrivatePageView>()),
            std::vector<std::string>{});
  EXPECT_EQ(text::unknown_names("page/notice", text::shape_of<NoticePageView>()), std::vector<std::string>{});
}

TEST(PrivatePage, greets_right_after_it_was_sent) {
  auto page = sample();
  EXPECT_THAT(private_page_html(page), Not(HasSubstr("Thank you, we have it.")));
  page.just_received = true;
  const auto html = private_page_html(page);
  EXPECT_THAT(html, HasSubstr("Thank you, we have it."));
  EXPECT_THAT(html, HasSubstr("A person answers by today at 3:00 pm EST."));
  EXPECT_THAT(html, HasSubstr("data-received=\"request\""));
}

TEST(PrivatePage, shows_the_conversation_as_safe_html_with_its_files) {
  auto page = sample();
  page.messages.push_back({Message::From::desk, "Mara", sent + minutes{24}, "I have it.", {}});
  const auto html = private_page_html(page);
  EXPECT_THAT(html, HasSubstr("<strong>hangs</strong>"));
  EXPECT_THAT(html, HasSubstr("&lt;b&gt;x&lt;/b&gt;"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/r/token/files/1\" download><bdi>a &lt;1&gt;.png</bdi></a>"));
  EXPECT_THAT(html, HasSubstr("message--desk"));
  EXPECT_THAT(html, HasSubstr("action=\"/r/token/replies\""));
  EXPECT_THAT(html, HasSubstr("data-events=\"/r/token/events\""));
  EXPECT_FALSE(std::regex_search(html, std::regex("<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=")));
}

TEST(PrivatePage, tells_the_expectation_once_there_is_one) {
  auto page = sample();
  page.status = Status::open;
  page.tier = 2;
  page.tier_meaning = "slower";
  page.assignee = "Mara Lindqvist";
  page.expectation = ShownExpectation{"Mara Lindqvist", "I read the log", "Switch it off"};
  page.standing.next_update = sla::NextUpdate{.promised_at = sent, .by = sent + hours{2}};
  page.standing.clocks.first_reply.stopped = sent + minutes{24};
  page.standing.clocks.first_reply.elapsed = minutes{24};
  page.standing.clocks.first_reply.state = sla::Clock::State::met;
  const auto html = private_page_html(page);
  for (const auto* words :
       {"Mara Lindqvist", "Tier 2: slower", "I read the log", "Switch it off", "today at 4:00 pm EST",
        "A person answered today at 2:24 pm EST, after 24 min of business time.", "Kept"}) {
    EXPECT_THAT(html, HasSubstr(words));
  }
}

TEST(PrivatePage, shows_how_a_promise_is_counted) {
  const auto html = private_page_html(sample());
  EXPECT_THAT(html, HasSubstr("<details class=\"explained\" open>"));
  EXPECT_THAT(html, HasSubstr("role=\"img\" aria-label=\"Within our goal: 5 minutes counted of 1 hour.\""));
  EXPECT_THAT(html, HasSubstr("<rect class=\"counted\" x=\"0%\" width=\"8.3%\"/>"));
  EXPECT_THAT(html, HasSubstr("<li>5 minutes counted so far, 55 minutes still to come.</li>"));
}

TEST(PrivatePage, says_what_answering_does) {
  auto page = sample();
  page.status = Status::resolved;
  page.replying = Replying::reopens;
  EXPECT_THAT(private_page_html(page), HasSubstr("Answer here and the request is open again"));
  page.replying = Replying::closed;
  EXPECT_THAT(private_page_html(page), Not(HasSubstr("<form")));
  page = sample();
  page.status = Status::waiting;
  EXPECT_THAT(private_page_html(page), HasSubstr("Waiting on you"));
}

TEST(PrivatePage, a_refused_reply_keeps_its_text) {
  auto page = sample();
  page.reply.body = "half a </textarea> thought";
  page.reply.kept = {{"b.png", 10}};
  page.reply.errors = {{"attachments", "Too large."}};
  const auto html = private_page_html(page);
  EXPECT_THAT(html, HasSubstr("half a &lt;/textarea&gt; thought"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#attachments\">Too large.</a>"));
  EXPECT_THAT(html, HasSubstr("b.png"));
}

TEST(PrivatePage, a_closed_request_has_no_steps) {
  auto page = sample();
  page.status = Status::spam;
  page.replying = Replying::closed;
  const auto html = private_page_html(page);
  EXPECT_THAT(html, HasSubstr("This request is closed."));
  EXPECT_THAT(html, Not(HasSubstr("class=\"track\"")));
}

TEST(Notices, say_what_is_so_and_what_to_do) {
  EXPECT_THAT(notice_page_html(link_gone_notice(desk)), HasSubstr("This link does not work"));
  EXPECT_THAT(notice_page_html(too_many_notice(desk, 1)), HasSubstr("in 1 minute;"));
  EXPECT_THAT(notice_page_html(refused_notice(desk, "<b>no</b>")), HasSubstr("&lt;b&gt;no&lt;/b&gt;"));
  EXPECT_THAT(notice_page_html(not_found_notice(desk)), HasSubstr("href=\"/\""));
  EXPECT_THAT(notice_page_html(unavailable_notice(desk)), HasSubstr("nothing was saved"));
  EXPECT_THAT(notice_page_html(too_large_notice(desk, "25 MB")), HasSubstr("25 MB"));
}

}  // namespace
}  // namespace punctual::web
