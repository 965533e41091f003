#include "web/pages/support_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "desk/text/template_source.h"
#include "web/pages/support_page_view.h"

namespace punctual::web {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace std::chrono;

constexpr Instant tuesday_noon = sys_days{year{2026} / 11 / 24} + hours{17};

SupportPage sample() {
  WeeklyHours weekly;
  for (std::size_t day = 0; day < 5; ++day) weekly[day] = {{480, 1020}};
  return {.desk = {.name = "Lantern & Field", .colour = "#3d4fb8"},
          .now = tuesday_noon,
          .hours = {.zone = TimeZone::fixed("America/New_York", hours{-5}, "EST"),
                    .weekly = weekly,
                    .open = true,
                    .until = tuesday_noon + hours{5}},
          .availability_markdown = "We work in **pods**.",
          .average = PublicAverage{.mean = minutes{24}, .count = 41},
          .goal = Target::of_hours(1),
          .tiers = {{1, Target::of_minutes(30), "Business stopped", "Business stands still."},
                    {4, std::nullopt, "", "Looks."}},
          .steps = {{"We read it", "Somebody looks at it."}},
          .questions = {{"Will it cost extra?", "Only what you *approve*."}}};
}

TEST(SupportPage, its_templates_name_only_what_there_is) {
  EXPECT_EQ(text::unknown_names("page/support", text::shape_of<SupportPageView>()),
            std::vector<std::string>{});
}

TEST(SupportPage, says_whether_the_desk_is_open_and_until_when) {
  auto page = sample();
  EXPECT_THAT(support_page_html(page),
              HasSubstr("Open now</strong> · <time datetime=\"2026-11-24T22:00:00Z\""));
  EXPECT_THAT(support_page_html(page), HasSubstr("until 5 pm ET"));
  page.hours.open = false;
  page.hours.closed_for = "Thanksgiving";
  page.hours.until = tuesday_noon + hours{20};
  EXPECT_THAT(support_page_html(page), HasSubstr("Closed for Thanksgiving"));
  EXPECT_THAT(support_page_html(page), HasSubstr("opens tomorrow 8 am ET"));
  EXPECT_THAT(support_page_html(page), HasSubstr("before they resume — tomorrow at 8:00 am EST —"));
  page.hours.until.reset();
  EXPECT_THAT(support_page_html(page), Not(HasSubstr("opens tomorrow")));
}

TEST(SupportPage, shows_the_average_with_what_it_means_or_else_the_goal) {
  auto page = sample();
  const auto shown = support_page_html(page);
  EXPECT_THAT(shown, HasSubstr("figure-number\">24 min<"));
  EXPECT_THAT(shown, HasSubstr("41 answers"));
  EXPECT_THAT(shown, HasSubstr("business hours"));
  page.average.reset();
  const auto hidden = support_page_html(page);
  EXPECT_THAT(hidden, HasSubstr("figure-number\">1 hour<"));
  EXPECT_THAT(hidden, Not(HasSubstr("24 min")));
}

TEST(SupportPage, tells_tiers_questions_and_hours) {
  const auto html = support_page_html(sample());
  for (const auto* words : {"Tier 1", "30-minute response", "Business stands still.", "As soon as we can",
                            "Will it cost extra?", "<em>approve</em>", "Monday–Friday, 8 am – 5 pm ET",
                            "<strong>pods</strong>", "data-opens=\"2026-11-24T13:00:00Z\""}) {
    EXPECT_THAT(html, HasSubstr(words));
  }
}

TEST(SupportPage, reads_as_the_desk_has_written_it) {
  auto page = sample();
  const auto as_built_in = support_page_html(page);
  EXPECT_THAT(as_built_in, HasSubstr("<h1>What can we do for you?</h1>"));
  EXPECT_THAT(as_built_in, HasSubstr("Tell us below. A person reads it"));
  page.title = "Help & repairs";
  page.greeting = "Write to us.";
  page.out_of_hours_markdown = "We **sleep**.";
  page.hours.open = false;
  page.hours.until = tuesday_noon + hours{20};
  const auto html = support_page_html(page);
  for (const auto* words :
       {"<h1>Help &amp; repairs</h1>", "Write to us. A person reads it", "We <strong>sleep</strong>.",
        "We are back tomorrow at 8:00 am EST", "<h3>We read it</h3><p>Somebody looks at it.</p>",
        "Tier 1 · Business stopped<", "Tier 4<"})
    EXPECT_THAT(html, HasSubstr(words));
  EXPECT_THAT(html, Not(HasSubstr("before they resume")));
  page.steps.clear();
  EXPECT_THAT(support_page_html(page), Not(HasSubstr("What happens next")));
}

TEST(SupportPage, has_every_field_under_the_name_that_is_posted) {
  const auto html = support_page_html(sample());
  EXPECT_THAT(html, HasSubstr("action=\"/requests\" method=\"post\" enctype=\"multipart/form-data\""));
  for (const auto* name : {"nonce", "website_url", "name", "email", "company", "cc", "site", "page", "live",
                           "description", "impact", "attachments"}) {
    EXPECT_THAT(html, HasSubstr("name=\"" + std::string(name) + "\"")) << name;
  }
  for (const auto* value : {"yes", "no", "business_stopped", "degraded", "low_impact", "cosmetic_or_new"}) {
    EXPECT_THAT(html, HasSubstr("value=\"" + std::string(value) + "\"")) << value;
  }
}

TEST(SupportPage, a_refused_form_keeps_what_was_typed_and_marks_its_fields) {
  auto page = sample();
  const std::string hostile = R"("><script>alert(1)</script>'&{{desk_name}} {{{nonce}}})";
  page.form = {
      .nonce = hostile,
      .name = hostile,
      .email = hostile,
      .company = hostile,
      .cc = hostile,
      .site = hostile,
      .page = hostile,
      .live = false,
      .description = "\nfirst\n</textarea>" + hostile,
      .impact = Impact::degraded,
      .kept = {{hostile + ".png", 340'000}},
      .errors = {{"email", "Not complete: " + hostile}, {"attachments", "Too large."}, {"", "Too often."}}};
  const auto html = support_page_html(page);
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(html, HasSubstr("{{desk_name}} {{{nonce}}}"));
  EXPECT_THAT(html, HasSubstr("\n\nfirst\n&lt;/textarea&gt;"));
  EXPECT_THAT(html, HasSubstr("3 things need another look"));
  EXPECT_THAT(html, HasSubstr("<a href=\"#email\">Not complete"));
  EXPECT_THAT(html, HasSubstr("<li>Too often.</li>"));
  EXPECT_THAT(html, HasSubstr("id=\"email-error\""));
  EXPECT_THAT(html, HasSubstr("aria-invalid=\"true\" aria-describedby=\"email-error\""));
  EXPECT_THAT(html, HasSubstr("value=\"degraded\" required checked"));
  EXPECT_THAT(html, HasSubstr("value=\"no\" required checked"));
  EXPECT_THAT(html, HasSubstr("340 kB</span> <span class=\"kept\">kept"));
  EXPECT_THAT(html, Not(HasSubstr("id=\"name-error\"")));
}

TEST(SupportPage, needs_nothing_its_content_policy_forbids) {
  const auto html = support_page_html(sample());
  EXPECT_FALSE(
      std::regex_search(html, std::regex("<style|<script(?![^>]* src=)|\\sstyle=|\\son[a-z]+=|javascript:")));
  EXPECT_THAT(html, HasSubstr("/assets/page.css?v="));
  EXPECT_THAT(html, HasSubstr("/assets/brand.css?v=3d4fb8"));
}

}  // namespace
}  // namespace punctual::web
