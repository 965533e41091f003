#include <algorithm>

#include "desk/access/estimate_link.h"
#include "desk/access/private_link.h"
#include "desk/access/shared_page.h"
#include "desk/queries/read_mail_facts.h"
#include "desk/queries/ticket_view.h"
#include "desk/text/wording.h"
#include "domain/agreement/currency.h"
#include "store/directory.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

std::string words_of_price(std::int64_t minor, const std::string& code) {
  const auto currency = agreement::Currency::of(code);
  return currency ? in_words(agreement::Money{minor, *currency}) : std::string();
}

/// The link of the contact with the mail's address.
std::string url_for(const Desk& desk, store::Session& session, const store::OutboxRow& row,
                    const TicketState& ticket, int number) {
  const auto contact = store::find_contact_by_email(session, row.to_address);
  const auto* estimate = ticket.find_estimate(number);
  return contact && estimate
             ? estimate_url(desk, session, {row.ticket, number, contact->id}, estimate->digest)
             : std::string();
}

/// What is said of the event the mail is about.
struct Tell {
  const TicketView& view;
  MailFacts& facts;

  void operator()(const event::Replied& e) const {
    facts.body_markdown = e.body;
    if (!e.expectation) return;
    const auto* assignee = view.catalogue->person(e.expectation->assignee);
    facts.expectation = {assignee ? assignee->name : std::string(), e.expectation->what_to_expect,
                         e.expectation->next_step, e.expectation->next_update_by};
  }
  void operator()(const event::Resolved& e) const { facts.body_markdown = e.message; }
  void operator()(const event::Warned& e) const {
    facts.clock = text::clock_name(e.clock);
    facts.stage_percent = e.stage_percent;
    facts.due = e.due;
  }
  void operator()(const event::HandedOver& e) const {
    facts.why = e.why;
    const auto note = std::ranges::find(view.journal, e.note, &Recorded::seq);
    if (const auto* noted = note == view.journal.end() ? nullptr : std::get_if<event::Noted>(&note->event))
      facts.body_markdown = noted->body;
    if (const auto& next = view.standing.next_due; next && next->due) {
      facts.clock = text::clock_name(next->clock);
      facts.due = next->due;
    }
  }
  void operator()(const event::Estimated& e) const {
    facts.estimate = MailFacts::Estimate{.number = e.number,
                                         .plan = e.plan,
                                         .lines = e.lines,
                                         .covered = e.covered,
                                         .extra = e.extra,
                                         .price = words_of_price(e.price, e.currency),
                                         .expires_at = e.expires_at};
  }
  void operator()(const event::EstimateDecided& e) const {
    const auto* sent = view.ticket.find_estimate(e.number);
    if (!sent) return;
    facts.estimate =
        MailFacts::Estimate{.number = e.number,
                            .covered = sent->covered,
                            .extra = sent->extra,
                            .price = words_of_price(sent->price, sent->currency),
                            .expires_at = sent->expires_at,
                            .answer = e.answer == EstimateAnswer::approved ? "approved" : "declined",
                            .decided_by = e.name};
  }
  void operator()(const auto&) const {}
};

/// By when a human answers: the goal, or the guarantee where that is earlier; provisional until triage.
std::optional<Instant> answer_by(const Standing& standing) {
  const auto& guarantee = standing.clocks.first_reply.due;
  if (!standing.goal.shown || !standing.goal.due) return guarantee;
  return guarantee ? std::min(*guarantee, *standing.goal.due) : standing.goal.due;
}

/// The chain up to the mail's own event: the same at every attempt.
store::Sha256 hash_of(store::Session& session, const store::OutboxRow& row) {
  for (const auto& event : store::read_journal_rows(session, row.ticket))
    if (event.seq == row.seq) return event.hash;
  return {};
}

/// The mail goes to the contact's own address: it may carry the other's link where that is of the same.
void tell_of_other(const Desk& desk, store::Session& session, const TicketView& view, TicketId into,
                   MailFacts& facts) {
  facts.goes_on = ref_of(into);
  const auto head = store::find_head(session, into);
  if (!head || !same_contact(view.ticket, fold(store::read_journal(session, into)))) return;
  facts.link_of_other = true;
  facts.private_url = private_url(desk, into, head->link_generation);
}

}  // namespace

std::optional<MailFacts> read_mail_facts(const Desk& desk, store::Session& session,
                                         const store::OutboxRow& row) {
  auto view = view_ticket(desk, session, row.ticket, row.created_at);
  if (!view) return std::nullopt;
  const auto recorded = std::ranges::find(view->journal, row.seq, &Recorded::seq);
  if (recorded == view->journal.end()) return std::nullopt;
  const Catalogue& catalogue = *view->catalogue;
  const event::Submitted& request = view->ticket.request;
  const auto* client = catalogue.client(request.client);
  const auto* assignee = catalogue.person(view->ticket.assignee);
  const auto submitted = evolve({}, view->journal.front());
  const auto first = standing_of(submitted, catalogue.promises(), submitted.submitted_at);
  // The hours the ticket's own promises count in (SEMANTICS 14c), provisional until triage.
  const Calendar& coverage = TicketTerms(submitted, catalogue.promises()).in_force().calendar;

  MailFacts facts{
      .kind = row.kind,
      .desk_name = catalogue.profile().name,
      .from_address = desk.mail_from(),
      .zone = catalogue.zone(),
      .ref = ref_of(row.ticket),
      .to_name = row.to_name,
      .to_address = row.to_address,
      .cc = row.cc,
      .message_id = row.message_id,
      .references = store::earlier_message_ids(session, row),
      .private_url = private_url(desk, row.ticket, view->link_generation),
      .staff_url = desk.options().base_url + "/staff/tickets/" + ref_of(row.ticket),
      .goes_on = {},
      .link_of_other = false,
      .summary = summary_of(request.description),
      .verified = request.verified,
      .submitted_at = view->ticket.submitted_at,
      .desk_open = coverage.is_open(view->ticket.submitted_at),
      .answer_by = answer_by(first),
      .clock_starts = {},
      .author = name_of(recorded->actor, catalogue, request.contact_name),
      .body_markdown = {},
      .expectation = {},
      .tier = view->ticket.tier,
      .client_name = client                    ? client->name
                     : request.company.empty() ? request.contact_name
                                               : request.company,
      .contact_name = request.contact_name,
      .impact = std::string(text::impact_words(request.impact)),
      .site = request.site,
      .clock = {},
      .stage_percent = 0,
      .due = {},
      .assignee = assignee ? assignee->name : std::string(),
      .why = {},
      .estimate = {},
      .chain_head = store::to_hex(store::view(hash_of(session, row))),
      .templates = catalogue.mail_templates(),
  };
  if (!facts.desk_open) facts.clock_starts = coverage.next_opening(facts.submitted_at);
  std::visit(Tell{*view, facts}, recorded->event);
  if (const auto* sent = std::get_if<event::Estimated>(&recorded->event))
    facts.estimate->url = url_for(desk, session, row, view->ticket, sent->number);
  if (const auto* merged = std::get_if<event::Merged>(&recorded->event))
    tell_of_other(desk, session, *view, merged->into, facts);
  return facts;
}

}  // namespace punctual::desk
