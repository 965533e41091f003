#include "mail/outbound/render.h"

#include <fmt/format.h>

#include <algorithm>
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
         kind == MailKind::staff_missed || kind == MailKind::staff_handed_over ||
         kind == MailKind::staff_estimate_decided;
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
    case MailKind::staff_handed_over:
      return fmt::format("[{}] Yours now: {}", facts.ref, facts.summary);
    case MailKind::staff_estimate_decided:
      return fmt::format("[{}] Estimate {}: {}", facts.ref,
                         facts.estimate ? facts.estimate->answer : "decided", facts.summary);
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
    case MailKind::staff_handed_over:
      return view.due.empty() ? facts.why : fmt::format("Due {}", view.due);
    case MailKind::estimate:
      return "Nothing is charged before you approve it.";
    case MailKind::staff_estimate_decided:
      return facts.estimate ? fmt::format("{} {} it.", facts.estimate->decided_by, facts.estimate->answer)
                            : "";
    case MailKind::invitation:
    case MailKind::password_reset:
    case MailKind::password_changed:
    case MailKind::time_off_requested:
    case MailKind::time_off_decided:
    case MailKind::time_off_withdrawn:
    case MailKind::swap:
    case MailKind::staff_hand_off:
    case MailKind::statement:
    case MailKind::low_balance:
    case MailKind::staff_low_balance:
      break;  // about no ticket
  }
  std::unreachable();
}

std::string greeting(const std::string& name) {
  return name.empty() ? "Hello," : fmt::format("Hello {},", name);
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

EstimateView estimate_view(const desk::MailFacts::Estimate& estimate, std::string expires) {
  const auto time = [](std::int64_t minutes) {
    return minutes == 0 ? std::string() : text::duration_words(std::chrono::minutes{minutes});
  };
  EstimateView view{.number = std::to_string(estimate.number),
                    .plan = plain_body(estimate.plan),
                    .plan_html = {text::markdown_html(estimate.plan)},
                    .lines = {},
                    .covered = time(estimate.covered),
                    .extra = time(estimate.extra),
                    .price = estimate.price,
                    .expires = std::move(expires),
                    .answer = estimate.answer,
                    .decided_by = estimate.decided_by};
  for (const auto& line : estimate.lines) view.lines.push_back({text::work_words(line), time(line.minutes)});
  return view;
}

MailView view_of(const desk::MailFacts& facts, Instant now) {
  const auto worded = [&](const std::optional<Instant>& t) {
    return t ? text::instant_words(*t, facts.zone, now) : std::string{};
  };
  MailView view;
  view.subject = to_staff(facts.kind) ? staff_subject(facts) : client_subject(facts);
  view.desk_name = facts.desk_name;
  view.greeting = greeting(says_nothing_typed(facts) ? std::string() : facts.to_name);
  view.ref = facts.ref;
  view.url = to_staff(facts.kind) ? facts.staff_url : facts.private_url;
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
  if (facts.estimate) {
    view.estimate = estimate_view(*facts.estimate, worded(facts.estimate->expires_at));
    if (facts.kind == MailKind::estimate)
      view.url = facts.estimate->url.empty() ? facts.private_url : facts.estimate->url;
  }
  if (facts.tier) view.tier = fmt::format("Tier {}", *facts.tier);
  view.impact = facts.impact;
  view.clock = facts.clock;
  view.stage = fmt::format("{} %", facts.stage_percent);
  view.due = worded(facts.due);
  view.assignee = facts.assignee;
  view.why = facts.why;
  if (!to_staff(facts.kind)) view.record = facts.chain_head;
  view.preview = preview_of(facts, view);
  return view;
}

/// From the templates of the kind, one's own subject included.
template <class View>
RenderedMail in_words(MailKind kind, View view, const text::TemplateSources& own) {
  const auto name = "mail/" + std::string(to_text(kind));
  if (own.contains(name + ".subject"))
    if (auto subject = text::one_line(text::render(name + ".subject", view, own), longest_subject);
        !subject.empty())
      view.subject = std::move(subject);
  return {.subject = view.subject,
          .text = without_gaps(text::render(name + ".txt", view, own)),
          .html = text::render(name + ".html", view, own)};
}

/// How a mail about an account begins.
struct Opening {
  MailKind kind;
  const char* subject;  ///< around the desk's name
  const char* rest;
  const char* preview;
};
constexpr Opening openings[] = {
    {MailKind::invitation, "Your invitation to the desk of ", "", "Set a password and you are in."},
    {MailKind::password_reset, "A new password for the desk of ", "", "The link works for ten minutes."},
    {MailKind::password_changed, "Your password for the desk of ", " was changed",
     "If it was you, there is nothing to do."},
};

/// What stands beside the words of a mail about the rota.
std::string rota_subject(const desk::RotaMailFacts& facts) {
  switch (facts.kind) {
    case MailKind::time_off_requested:
      return fmt::format("{} asks for time off: {}", facts.person, facts.dates);
    case MailKind::time_off_withdrawn:
      return fmt::format("Time off of {} is {}: {}", facts.person, facts.state, facts.dates);
    case MailKind::swap:
      return fmt::format("Your swap is {}: {}", facts.state, facts.swap ? facts.swap->takes_on : "");
    case MailKind::staff_hand_off:
      return fmt::format("{} while {} away",
                         text::count_words(std::ssize(facts.left), "ticket falls due", "tickets fall due"),
                         facts.own ? "you are" : facts.person + " is");
    default:
      return fmt::format("Your time off is {}: {}", facts.state, facts.dates);
  }
}

std::string rota_preview(const desk::RotaMailFacts& facts) {
  if (facts.kind == MailKind::staff_hand_off)
    return fmt::format("What nobody has taken over by {} goes to a coordinator.", facts.until);
  if (facts.kind == MailKind::time_off_requested)
    return facts.state == "requested" ? "See what it opens, and who could cover."
                                      : fmt::format("It is {} by now.", facts.state);
  if (facts.kind == MailKind::time_off_withdrawn) return "They are there after all.";
  if (!facts.answer.empty()) return facts.answer;
  return facts.by.empty() ? "" : fmt::format("By {}.", facts.by);
}

std::string agreement_subject(const desk::AgreementMailFacts& facts) {
  switch (facts.kind) {
    case MailKind::low_balance:
      return fmt::format("Your agreement with {}: {} left", facts.desk_name, facts.left);
    case MailKind::staff_low_balance:
      return fmt::format("{}: {} % of the allowance is used", facts.client, facts.percent);
    default:
      return facts.corrects.empty()
                 ? fmt::format("Statement {} of {}", facts.number, facts.month)
                 : fmt::format("Correction {} of statement {}", facts.number, facts.corrects);
  }
}

std::string agreement_preview(const desk::AgreementMailFacts& facts) {
  if (facts.kind != MailKind::statement)
    return facts.until.empty()
               ? fmt::format("{} of {} left.", facts.left, facts.granted)
               : fmt::format("{} of {} left until {}.", facts.left, facts.granted, facts.until);
  if (!facts.corrects.empty()) return facts.reason;
  return facts.total.empty() ? "Nothing is to pay." : "To pay: " + facts.total;
}

}  // namespace

Written written(MailKind kind) {
  if (to_staff(kind) || store::family_of(kind) != store::MailFamily::ticket) return Written::automatic;
  return kind == MailKind::received ? Written::automatic_reply : Written::by_a_person;
}

RenderedMail render_mail(const desk::MailFacts& facts, Instant now) {
  return in_words(facts.kind, view_of(facts, now), facts.templates);
}

RenderedMail render_mail(const desk::AccountMailFacts& facts, const std::optional<desk::WorkingLink>& link,
                         Instant now) {
  const auto& opening = *std::ranges::find(openings, facts.kind, &Opening::kind);
  AccountMailView view{.subject = opening.subject + facts.desk_name + opening.rest,
                       .preview = opening.preview,
                       .desk_name = facts.desk_name,
                       .greeting = greeting(facts.to_name),
                       .author = facts.inviter,
                       .url = {},
                       .due = {}};
  if (facts.kind == MailKind::password_changed) view.url = facts.password_page;
  if (link) {
    view.url = link->url;
    view.due = text::instant_words(link->until, facts.zone, now);
  }
  return in_words(facts.kind, std::move(view), facts.templates);
}

RenderedMail render_mail(const desk::RotaMailFacts& facts) {
  RotaMailView view{.subject = text::one_line(rota_subject(facts), longest_subject),
                    .preview = text::one_line(rota_preview(facts), longest_subject),
                    .desk_name = facts.desk_name,
                    .greeting = greeting(facts.to_name),
                    .person = facts.person,
                    .waits = facts.state == "requested",
                    .state = facts.state,
                    .author = facts.by,
                    .dates = facts.dates,
                    .note = facts.note,
                    .answer = facts.answer,
                    .taker = {},
                    .takes_on = {},
                    .gives_up = {},
                    .left = {},
                    .own = facts.own,
                    .until = facts.until,
                    .url = facts.url};
  for (const auto& one : facts.left)
    view.left.push_back({one.ref, one.summary, one.due, one.suggested, one.why, one.url});
  if (facts.swap) {
    view.taker = facts.swap->person;
    view.takes_on = facts.swap->takes_on;
    view.gives_up = facts.swap->gives_up;
  }
  return in_words(facts.kind, std::move(view), facts.templates);
}

RenderedMail render_mail(const desk::AgreementMailFacts& facts) {
  return in_words(facts.kind,
                  AgreementMailView{.subject = text::one_line(agreement_subject(facts), longest_subject),
                                    .preview = text::one_line(agreement_preview(facts), longest_subject),
                                    .desk_name = facts.desk_name,
                                    .greeting = greeting(facts.to_name),
                                    .client_name = facts.client,
                                    .number = facts.number,
                                    .month = facts.month,
                                    .corrects = facts.corrects,
                                    .why = facts.reason,
                                    .total = facts.total,
                                    .given_back = facts.given_back,
                                    .share = fmt::format("{} %", facts.percent),
                                    .left = facts.left,
                                    .granted = facts.granted,
                                    .until = facts.until,
                                    .held = facts.held,
                                    .beyond = facts.beyond,
                                    .url = facts.url},
                  facts.templates);
}

}  // namespace punctual::mail
