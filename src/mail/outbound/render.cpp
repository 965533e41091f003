#include "mail/outbound/render.h"

#include <fmt/format.h>

#include <utility>

#include "desk/text/markdown.h"
#include "desk/text/one_line.h"
#include "desk/text/wording.h"
#include "mail/outbound/mail_view.h"

namespace punctual::mail {
namespace {

using store::MailKind;

constexpr std::size_t longest_subject = 400;

bool to_staff(MailKind kind) {
  return kind == MailKind::staff_new_ticket || kind == MailKind::staff_warning ||
         kind == MailKind::staff_missed;
}

// Sent to somebody of the desk, about a ticket or their account.
bool within_the_desk(MailKind kind) {
  return to_staff(kind) || store::about_account(kind);
}

// Nothing of what the sender typed may go to an address nobody has shown to be theirs, unless a person has
// read it.
bool says_nothing_typed(const desk::MailFacts& facts) {
  return facts.kind == MailKind::received && !facts.verified;
}

// One subject a conversation, so that mail programs keep it together.
std::string client_subject(const desk::MailFacts& facts) {
  const auto about =
      facts.verified && !facts.summary.empty() ? facts.summary : "Your request to " + facts.desk_name;
  return fmt::format("{}[{}] {}", facts.kind == MailKind::received ? "" : "Re: ", facts.ref, about);
}

std::string staff_subject(const desk::MailFacts& facts) {
  switch (facts.kind) {
    case MailKind::staff_warning:
      return fmt::format("[{}] {} due soon: {}", facts.ref, facts.clock, facts.summary);
    case MailKind::staff_missed:
      return fmt::format("[{}] {} missed: {}", facts.ref, facts.clock, facts.summary);
    case MailKind::invitation:
      return fmt::format("Your invitation to the desk of {}", facts.desk_name);
    case MailKind::password_reset:
      return fmt::format("A new password for the desk of {}", facts.desk_name);
    case MailKind::password_changed:
      return fmt::format("Your password for the desk of {} was changed", facts.desk_name);
    default:
      return fmt::format("[{}] New: {}", facts.ref, facts.summary);
  }
}

std::string preview_of(const desk::MailFacts& facts, const MailView& view) {
  switch (facts.kind) {
    case MailKind::received:
      return view.answer_by.empty() ? "We have it." : fmt::format("A person answers by {}.", view.answer_by);
    case MailKind::first_reply:
      return view.expectation ? fmt::format("Reviewed and assigned: {} has it.", view.expectation->assignee)
                              : "Reviewed and assigned.";
    case MailKind::reply:
      return fmt::format("{} has answered.", facts.author);
    case MailKind::waiting:
      return "We are waiting for you.";
    case MailKind::resolved:
      return "Resolved. Answer to open it again.";
    case MailKind::merged:
      return fmt::format("It goes on in {}.", facts.goes_on);
    case MailKind::staff_new_ticket:
      return fmt::format("{}: {}", facts.client_name, facts.impact);
    case MailKind::staff_warning:
    case MailKind::staff_missed:
      return fmt::format("Due {}", view.due);
    case MailKind::invitation:
      return "Set a password and you are in.";
    case MailKind::password_reset:
      return "The link works for ten minutes.";
    case MailKind::password_changed:
      return "If it was you, there is nothing to do.";
  }
  std::unreachable();
}

std::string greeting_of(const desk::MailFacts& facts) {
  return facts.to_name.empty() || says_nothing_typed(facts) ? "Hello,"
                                                            : fmt::format("Hello {},", facts.to_name);
}

// As it was typed: Markdown reads well as it stands.
std::string plain_body(std::string_view markdown) {
  std::string out;
  out.reserve(markdown.size());
  for (const char c : markdown) {
    if (c != '\r') out += c;
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

// Sections that are absent leave their empty lines behind.
std::string without_gaps(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c != '\n' || !out.ends_with("\n\n")) out += c;
  }
  return out;
}

}  // namespace

Written written(MailKind kind) {
  if (within_the_desk(kind)) return Written::automatic;
  return kind == MailKind::received ? Written::automatic_reply : Written::by_a_person;
}

MailView view_of(const desk::MailFacts& facts, Instant now) {
  const auto worded = [&](const std::optional<Instant>& t) {
    return t ? text::instant_words(*t, facts.zone, now) : std::string{};
  };
  MailView view;
  view.subject = within_the_desk(facts.kind) ? staff_subject(facts) : client_subject(facts);
  view.desk_name = facts.desk_name;
  view.greeting = greeting_of(facts);
  view.ref = facts.ref;
  view.url = within_the_desk(facts.kind) ? facts.staff_url : facts.private_url;
  view.goes_on = facts.goes_on;
  view.link_of_other = facts.link_of_other;
  view.answer_by = worded(facts.answer_by);
  view.clock_starts = worded(facts.clock_starts);
  if (!says_nothing_typed(facts)) {
    // The sender's own words go back to an address only where it is known to be theirs.
    if (facts.verified || to_staff(facts.kind)) view.summary = facts.summary;
    view.client_name = facts.client_name;
    view.contact_name = facts.contact_name;
    view.site = facts.site;
    view.author = facts.author;
    view.body = plain_body(facts.body_markdown);
    view.body_html = {text::markdown_html(facts.body_markdown)};
  }
  if (const auto& told = facts.expectation) {
    view.expectation = {.assignee = told->assignee,
                        .what_to_expect = told->what_to_expect,
                        .next_step = told->next_step,
                        .next_update = worded(told->next_update_by)};
  }
  if (facts.tier) view.tier = fmt::format("Tier {}", *facts.tier);
  view.impact = facts.impact;
  view.clock = facts.clock;
  view.stage = fmt::format("{} %", facts.stage_percent);
  view.due = worded(facts.due);
  view.assignee = facts.assignee;
  if (!within_the_desk(facts.kind)) view.record = facts.chain_head;
  view.preview = preview_of(facts, view);
  return view;
}

RenderedMail render_mail(const desk::MailFacts& facts, Instant now) {
  auto view = view_of(facts, now);
  const auto name = "mail/" + std::string(to_text(facts.kind));
  if (facts.templates.contains(name + ".subject"))
    if (auto own = text::one_line(text::render(name + ".subject", view, facts.templates), longest_subject);
        !own.empty())
      view.subject = std::move(own);
  return {.subject = view.subject,
          .text = without_gaps(text::render(name + ".txt", view, facts.templates)),
          .html = text::render(name + ".html", view, facts.templates)};
}

}  // namespace punctual::mail
