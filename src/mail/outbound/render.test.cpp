#include "mail/outbound/render.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/text/template_source.h"
#include "mail/outbound/mail_view.h"

namespace punctual::mail {
namespace {

using store::MailKind;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono;

constexpr Instant sent = sys_days{year{2026} / 11 / 24} + hours{19};  // 2 pm in New York
constexpr MailKind kinds[] = {MailKind::received,
                              MailKind::first_reply,
                              MailKind::reply,
                              MailKind::waiting,
                              MailKind::resolved,
                              MailKind::staff_new_ticket,
                              MailKind::staff_warning,
                              MailKind::staff_missed,
                              MailKind::staff_handed_over,
                              MailKind::estimate,
                              MailKind::staff_estimate_decided};
constexpr MailKind account_kinds[] = {MailKind::invitation, MailKind::password_reset,
                                      MailKind::password_changed};

desk::AccountMailFacts account_facts(MailKind kind) {
  return {.kind = kind,
          .desk_name = "Lantern & Field",
          .from_address = "support@lantern.example",
          .zone = TimeZone::fixed("America/New_York", hours{-5}, "EST"),
          .to_name = "Milo",
          .to_address = "milo@lantern.example",
          .message_id = "<two@lantern.example>",
          .inviter = "Mara Lindqvist",
          .password_page = "https://support.lantern.example/password",
          .templates = {}};
}
constexpr MailKind rota_kinds[] = {MailKind::time_off_requested, MailKind::time_off_decided,
                                   MailKind::time_off_withdrawn, MailKind::swap, MailKind::staff_hand_off};

desk::RotaMailFacts rota_facts(MailKind kind, std::string state) {
  return {.kind = kind,
          .desk_name = "Lantern & Field",
          .from_address = "support@lantern.example",
          .to_name = "Milo",
          .to_address = "milo@lantern.example",
          .message_id = "<three@lantern.example>",
          .person = "Jo Adeyemi",
          .state = std::move(state),
          .by = {},
          .dates = "Monday 30 November",
          .note = "My <sister> comes",
          .answer = {},
          .swap = {},
          .url = "https://support.lantern.example/staff/time-off",
          .templates = {}};
}
const desk::WorkingLink link{"https://support.lantern.example/password/7-token", sent + hours{3}};

desk::MailFacts facts_of(MailKind kind) {
  return {.kind = kind,
          .desk_name = "Lantern & Field",
          .from_address = "support@lantern.example",
          .zone = TimeZone::fixed("America/New_York", hours{-5}, "EST"),
          .ref = "P-1042",
          .to_name = "Ann O'Hara",
          .to_address = "ann@harbour.example",
          .message_id = "<one@lantern.example>",
          .private_url = "https://support.lantern.example/r/token",
          .staff_url = "https://support.lantern.example/staff/tickets/P-1042",
          .summary = "The checkout hangs",
          .verified = true,
          .submitted_at = sent,
          .answer_by = sent + hours{1},
          .author = "Mara Lindqvist",
          .body_markdown = "It **works** again.\r\n<b>pasted</b> [x](javascript:alert(1))\n",
          .expectation =
              desk::MailFacts::Expectation{"Jo Adeyemi", "I read the log", "Switch it off", sent + hours{2}},
          .tier = 2,
          .client_name = "Harbour Bakery",
          .contact_name = "Ann O'Hara",
          .impact = "Business has stopped",
          .site = "https://shop.example",
          .clock = "First reply",
          .stage_percent = 75,
          .due = sent + hours{3},
          .assignee = "Jo Adeyemi",
          .why = "Kim Sato is away until Monday.",
          .chain_head = "c0ffee"};
}

TEST(RenderMail, mail_about_an_account_has_its_link_once_or_says_why_not) {
  for (const auto kind : {MailKind::invitation, MailKind::password_reset}) {
    const auto mail = render_mail(account_facts(kind), link, sent);
    EXPECT_THAT(mail.text, HasSubstr(link.url));
    EXPECT_THAT(mail.html, HasSubstr("href=\"" + link.url + "\""));
    const auto kept = render_mail(account_facts(kind), std::nullopt, sent);
    EXPECT_THAT(kept.html, Not(HasSubstr("href")));
    EXPECT_THAT(kept.text, HasSubstr("The link is not shown here"));
  }
  const auto invitation = render_mail(account_facts(MailKind::invitation), link, sent);
  EXPECT_EQ(invitation.subject, "Your invitation to the desk of Lantern & Field");
  EXPECT_THAT(invitation.text, HasSubstr("Mara Lindqvist invites you"));
  EXPECT_THAT(invitation.text, HasSubstr("until Tuesday 24 November, 5:00 pm EST"));
  const auto changed = render_mail(account_facts(MailKind::password_changed), std::nullopt, sent);
  EXPECT_EQ(changed.subject, "Your password for the desk of Lantern & Field was changed");
  EXPECT_THAT(changed.html, HasSubstr("href=\"https://support.lantern.example/password\""));
}

TEST(RenderMail, mail_about_an_account_reads_as_ones_own_templates_say) {
  auto facts = account_facts(MailKind::invitation);
  facts.templates = {{"mail/invitation.subject", "{{author}}: {{subject}}\n"}};
  EXPECT_EQ(render_mail(facts, link, sent).subject,
            "Mara Lindqvist: Your invitation to the desk of Lantern & Field");
}

TEST(RenderMail, templates_name_only_what_there_is) {
  for (const auto kind : kinds) {
    for (const auto* part : {".txt", ".html"}) {
      const auto name = "mail/" + std::string(to_text(kind)) + part;
      EXPECT_EQ(text::unknown_names(name, text::shape_of<MailView>()), std::vector<std::string>{}) << name;
    }
  }
  for (const auto kind : account_kinds) {
    for (const auto* part : {".txt", ".html"}) {
      const auto name = "mail/" + std::string(to_text(kind)) + part;
      EXPECT_EQ(text::unknown_names(name, text::shape_of<AccountMailView>()), std::vector<std::string>{})
          << name;
    }
  }
  for (const auto kind : rota_kinds) {
    for (const auto* part : {".txt", ".html"}) {
      const auto name = "mail/" + std::string(to_text(kind)) + part;
      EXPECT_EQ(text::unknown_names(name, text::shape_of<RotaMailView>()), std::vector<std::string>{})
          << name;
    }
  }
}

struct Row {
  MailKind kind;
  std::string subject;
  std::vector<std::string> says;  ///< in both parts
};

TEST(RenderMail, each_kind_says_its_facts_in_both_parts) {
  const std::vector<Row> rows = {
      {MailKind::received,
       "[P-1042] The checkout hangs",
       {"P-1042", "Tuesday 24 November, 3:00 pm EST", "/r/token", "c0ffee"}},
      {MailKind::first_reply,
       "Re: [P-1042] The checkout hangs",
       {"reviewed and assigned", "Tier 2", "Mara Lindqvist", "Jo Adeyemi", "I read the log", "Switch it off",
        "Tuesday 24 November, 4:00 pm EST", "/r/token", "c0ffee"}},
      {MailKind::reply, "Re: [P-1042] The checkout hangs", {"Mara Lindqvist", "again.", "/r/token"}},
      {MailKind::waiting,
       "Re: [P-1042] The checkout hangs",
       {"waiting for you", "Mara Lindqvist needs", "/r/token"}},
      {MailKind::resolved,
       "Re: [P-1042] The checkout hangs",
       {"is resolved", "again.", "open again", "/r/token"}},
      {MailKind::staff_new_ticket,
       "[P-1042] New: The checkout hangs",
       {"Harbour Bakery", "Business has stopped", "https://shop.example", "/staff/tickets/P-1042",
        "3:00 pm EST"}},
      {MailKind::staff_warning,
       "[P-1042] First reply due soon: The checkout hangs",
       {"75 %", "Tuesday 24 November, 5:00 pm EST", "Jo Adeyemi", "/staff/tickets/P-1042"}},
      {MailKind::staff_missed, "[P-1042] First reply missed: The checkout hangs", {"missed", "5:00 pm EST"}},
      {MailKind::staff_handed_over,
       "[P-1042] Yours now: The checkout hangs",
       {"Kim Sato is away until Monday.", "Mara Lindqvist writes:", "again.", "5:00 pm EST",
        "/staff/tickets/P-1042"}},
  };
  for (const auto& row : rows) {
    const auto mail = render_mail(facts_of(row.kind), sent);
    EXPECT_EQ(mail.subject, row.subject);
    for (const auto& words : row.says) {
      EXPECT_THAT(mail.text, HasSubstr(words)) << to_text(row.kind);
      EXPECT_THAT(mail.html, HasSubstr(words)) << to_text(row.kind);
    }
  }
}

TEST(RenderMail, a_persons_words_are_plain_in_plain_and_safe_in_html) {
  for (const auto kind : {MailKind::first_reply, MailKind::reply, MailKind::resolved}) {
    const auto mail = render_mail(facts_of(kind), sent);
    EXPECT_THAT(mail.text, HasSubstr("It **works** again.\n<b>pasted</b> [x](javascript:alert(1))"));
    EXPECT_THAT(mail.html, HasSubstr("<strong>works</strong>"));
    EXPECT_THAT(mail.html, HasSubstr("&lt;b&gt;pasted&lt;/b&gt; x"));
    EXPECT_THAT(mail.html, Not(HasSubstr("javascript:")));
  }
}

TEST(RenderMail, the_receipt_to_an_unverified_address_carries_nothing_typed) {
  auto facts = facts_of(MailKind::received);
  facts.verified = false;
  facts.to_name = facts.contact_name = facts.client_name = facts.summary = facts.site = facts.author =
      "canary";
  facts.body_markdown = "canary";
  const auto mail = render_mail(facts, sent);
  for (const auto& part : {mail.subject, mail.text, mail.html}) EXPECT_THAT(part, Not(HasSubstr("canary")));
  EXPECT_EQ(mail.subject, "[P-1042] Your request to Lantern & Field");
  EXPECT_THAT(mail.text, HasSubstr("Hello,\n"));
}

TEST(RenderMail, no_mail_to_an_unverified_address_repeats_the_request) {
  for (const auto kind : {MailKind::first_reply, MailKind::reply, MailKind::waiting, MailKind::resolved}) {
    auto facts = facts_of(kind);
    facts.verified = false;
    facts.summary = facts.site = "canary";
    const auto mail = render_mail(facts, sent);
    for (const auto& part : {mail.subject, mail.text, mail.html}) EXPECT_THAT(part, Not(HasSubstr("canary")));
  }
}

TEST(RenderMail, out_of_hours_it_says_when_the_clock_starts) {
  auto facts = facts_of(MailKind::received);
  facts.clock_starts = sent + hours{18};
  EXPECT_THAT(render_mail(facts, sent).text,
              HasSubstr("the clock starts\nWednesday 25 November, 8:00 am EST."));
  facts.answer_by.reset();
  EXPECT_THAT(render_mail(facts, sent).text, HasSubstr("as soon as we can"));
}

TEST(RenderMail, names_are_escaped_in_html_and_not_in_plain) {
  auto facts = facts_of(MailKind::first_reply);
  facts.to_name = "<Ann> & 'Bo'";
  EXPECT_THAT(render_mail(facts, sent).html, HasSubstr("Hello &lt;Ann&gt; &amp; &#39;Bo&#39;,"));
  EXPECT_THAT(render_mail(facts, sent).text, HasSubstr("Hello <Ann> & 'Bo',"));
}

TEST(RenderMail, reads_as_ones_own_templates_say_and_the_others_as_built_in) {
  auto facts = facts_of(MailKind::reply);
  facts.templates = {{"mail/reply.subject", "{{author}}: {{subject}}\n"},
                     {"mail/foot.txt", "Yours, {{desk_name}} <x>\n"},
                     {"mail/foot.html", "<p>Yours, {{desk_name}}</p>\n"}};
  const auto mail = render_mail(facts, sent);
  EXPECT_EQ(mail.subject, "Mara Lindqvist: Re: [P-1042] The checkout hangs");
  EXPECT_THAT(mail.text, HasSubstr("It **works** again."));
  EXPECT_THAT(mail.text, HasSubstr("Yours, Lantern & Field <x>\n"));
  EXPECT_THAT(mail.html, HasSubstr("<title>Mara Lindqvist: Re: [P-1042]"));
  EXPECT_THAT(mail.html, HasSubstr("<p>Yours, Lantern &amp; Field</p>"));
  facts.due.reset();
  facts.templates = {{"mail/reply.subject", "{{due}}\n"}};
  EXPECT_EQ(render_mail(facts, sent).subject, "Re: [P-1042] The checkout hangs")
      << "an empty one says nothing";
}

TEST(RenderMail, only_clients_get_the_record_and_have_one_button) {
  for (const auto kind : kinds) {
    const auto mail = render_mail(facts_of(kind), sent);
    const bool staff = written(kind) == Written::automatic;
    EXPECT_EQ(mail.text.find("c0ffee") != std::string::npos, !staff) << to_text(kind);
    const auto first = mail.html.find("class=\"button\"");
    EXPECT_NE(first, std::string::npos);
    EXPECT_EQ(mail.html.find("class=\"button\"", first + 1), std::string::npos);
    EXPECT_THAT(mail.html, Not(HasSubstr("<img")));
  }
}

struct RotaRow {
  MailKind kind;
  std::string state;
  std::string by;
  std::string subject;
  std::vector<std::string> says;  ///< in both parts
  std::vector<std::string> not_says;
};

TEST(RenderMail, mail_about_the_rota_says_what_is_so_when_it_is_sent) {
  const std::vector<RotaRow> rows = {
      {MailKind::time_off_requested,
       "requested",
       "",
       "Jo Adeyemi asks for time off: Monday 30 November",
       {"Jo Adeyemi asks for time off", "See what it opens", "/staff/time-off"},
       {"by now", "swap"}},
      {MailKind::time_off_requested,
       "granted",
       "Max Thorne",
       "Jo Adeyemi asks for time off: Monday 30 November",
       {"It is granted by now, by Max Thorne"},
       {"See what it opens"}},
      {MailKind::time_off_decided,
       "granted",
       "Max Thorne",
       "Your time off is granted: Monday 30 November",
       {"Your time off is granted by Max Thorne"},
       {"swap", "Takes on"}},
      {MailKind::time_off_decided,
       "declined",
       "Max Thorne",
       "Your time off is declined: Monday 30 November",
       {"Your time off is declined by Max Thorne"},
       {}},
      {MailKind::time_off_withdrawn,
       "withdrawn",
       "",
       "Time off of Jo Adeyemi is withdrawn: Monday 30 November",
       {"Jo Adeyemi has withdrawn their time off"},
       {}},
      {MailKind::time_off_withdrawn,
       "withdrawn",
       "Max Thorne",
       "Time off of Jo Adeyemi is withdrawn: Monday 30 November",
       {"Max Thorne has withdrawn the time off of Jo Adeyemi"},
       {"their time off"}},
  };
  for (const auto& row : rows) {
    auto facts = rota_facts(row.kind, row.state);
    facts.by = row.by;
    const auto mail = render_mail(facts);
    EXPECT_EQ(mail.subject, row.subject);
    for (const auto& part : {mail.text, mail.html}) {
      EXPECT_THAT(part, HasSubstr("Monday 30 November"));
      for (const auto& words : row.says) EXPECT_THAT(part, HasSubstr(words)) << row.subject;
      for (const auto& words : row.not_says) EXPECT_THAT(part, Not(HasSubstr(words))) << row.subject;
    }
  }
  const auto asked = render_mail(rota_facts(MailKind::time_off_requested, "requested"));
  EXPECT_THAT(asked.text, HasSubstr("My <sister> comes"));
  EXPECT_THAT(asked.html, HasSubstr("My &lt;sister&gt; comes"));
}

TEST(RenderMail, a_swap_says_what_is_taken_on_and_given_up) {
  auto facts = rota_facts(MailKind::swap, "agreed");
  facts.swap = {{"", "Friday 4 December, 08:00–17:00", "Monday 30 November"}};
  auto mail = render_mail(facts);
  EXPECT_EQ(mail.subject, "Your swap is agreed: Friday 4 December, 08:00–17:00");
  EXPECT_THAT(mail.text,
              HasSubstr("Takes on:  Friday 4 December, 08:00–17:00\nGives up:  Monday 30 November\n"));
  EXPECT_THAT(mail.html, HasSubstr("<strong>Friday 4 December, 08:00–17:00</strong>"));

  facts = rota_facts(MailKind::time_off_decided, "granted");
  facts.answer = "Enjoy it.";
  facts.swap = {{"Mira Castellanos", "Monday 30 November, 08:00–17:00", ""}};
  mail = render_mail(facts);
  EXPECT_THAT(mail.text,
              HasSubstr("Enjoy it.\n\nIt goes with a swap:\nTakes on:  Mira Castellanos, Monday 30 "
                        "November, 08:00–17:00\nGives up:  nothing\n"));
  EXPECT_THAT(mail.html, HasSubstr("Mira Castellanos, <strong>Monday 30 November, 08:00–17:00</strong>"));
  EXPECT_THAT(mail.html, HasSubstr("nothing"));
}

TEST(RenderMail, a_hand_off_lists_what_falls_due_with_who_could_take_it_over) {
  auto facts = rota_facts(MailKind::staff_hand_off, "");
  facts.dates = "from Thursday 26 November, 17:00 to Monday 30 November, 08:00";
  facts.until = "Thursday 26 November, 17:00";
  facts.left = {{"P-7", "The <shop> hangs", "Friday 27 November, 12:00", "Kim Sato", "In the client's pod.",
                 "https://support.lantern.example/staff/tickets/P-7"},
                {"P-9", "Blurred", "Friday 27 November, 13:00", "", "Nobody can have it by then.",
                 "https://support.lantern.example/staff/tickets/P-9"}};
  auto mail = render_mail(facts);
  EXPECT_EQ(mail.subject, "2 tickets fall due while Jo Adeyemi is away");
  for (const auto* words :
       {"Jo Adeyemi is away from Thursday 26 November, 17:00 to Monday 30 November, 08:00.", "P-7",
        "Friday 27 November, 13:00", "Kim Sato could take it over: In the client",
        "Nobody can have it by then.", "staff/tickets/P-9",
        "taken over by Thursday 26 November, 17:00 goes to a coordinator"}) {
    EXPECT_THAT(mail.text, HasSubstr(words));
    EXPECT_THAT(mail.html, HasSubstr(words));
  }
  EXPECT_THAT(mail.html, HasSubstr("The &lt;shop&gt; hangs"));
  facts.own = true;
  facts.left.pop_back();
  mail = render_mail(facts);
  EXPECT_EQ(mail.subject, "1 ticket falls due while you are away");
  EXPECT_THAT(mail.text, HasSubstr("You are away from Thursday"));
}

TEST(RenderMail, mail_about_the_rota_is_the_desks_own_and_reads_as_ones_own_templates_say) {
  for (const auto kind : rota_kinds) EXPECT_EQ(written(kind), Written::automatic);
  auto facts = rota_facts(MailKind::time_off_requested, "requested");
  facts.templates = {{"mail/time_off_requested.subject", "Off: {{dates}}\n"},
                     {"mail/rota_foot.txt", "Yours, {{desk_name}}\n"}};
  EXPECT_EQ(render_mail(facts).subject, "Off: Monday 30 November");
  EXPECT_THAT(render_mail(facts).text, HasSubstr("Yours, Lantern & Field\n"));
}

}  // namespace
}  // namespace punctual::mail
