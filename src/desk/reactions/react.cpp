#include "desk/reactions/react.h"

#include "desk/reactions/queue_mail.h"
#include "desk/rota/colleagues.h"
#include "domain/people/escalation.h"
#include "store/journal_events.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

using store::MailKind;

/// By escalation: whom the desk's table names for the stage (domain/people/escalation.h).
enum class To {
  contact,
  contact_and_copies,
  approvers,
  coordinators,
  by_escalation,
  who_takes_over,
  who_has_it
};

struct Reaction {
  std::string_view event;  ///< the journal's type
  MailKind mail;
  To to;
};

/// Which event tells whom. A first reply is the mail that tells the client who has it; triage mails nobody
/// outside.
constexpr Reaction reactions[] = {
    {"submitted", MailKind::received, To::contact},
    {"submitted", MailKind::staff_new_ticket, To::coordinators},
    {"replied", MailKind::reply, To::contact_and_copies},
    {"waiting", MailKind::waiting, To::contact_and_copies},
    {"resolved", MailKind::resolved, To::contact_and_copies},
    {"merged", MailKind::merged, To::contact},
    {"warned", MailKind::staff_warning, To::by_escalation},
    {"breached", MailKind::staff_missed, To::by_escalation},
    {"handed_over", MailKind::staff_handed_over, To::who_takes_over},
    {"estimated", MailKind::estimate, To::approvers},
    {"estimate_decided", MailKind::staff_estimate_decided, To::who_has_it},
};

/// An unverified address gets at most this many automatic mails an hour (SECURITY 21).
constexpr int automatic_an_hour = 3;

struct Addressee {
  std::string name;
  std::string address;
  std::vector<std::string> cc;
};

std::vector<Addressee> addressees(const Catalogue& catalogue, const std::vector<PersonId>& people) {
  std::vector<Addressee> staff;
  for (const PersonId id : people)
    if (const auto* person = catalogue.person(id); person && person->active)
      staff.push_back({person->name, person->email, {}});
  return staff;
}

std::vector<PersonId> coordinators(const Catalogue& catalogue) {
  std::vector<PersonId> found;
  for (const auto& person : catalogue.people())
    if (person.active && person.role == people::Role::coordinator) found.push_back(person.id);
  return found;
}

std::vector<PersonId> by_escalation(const Catalogue& catalogue, const TicketState& ticket,
                                    const event::Warned& warned, Instant at) {
  const auto* stage = people::stage_of(catalogue.profile().escalation, warned.stage_percent);
  if (!stage) return {};
  const auto everybody = colleagues_of(catalogue, pod_of(catalogue, ticket.pod, ticket.request.client));
  return people::whom_to_tell(*stage, ticket.assignee, everybody, at).people;
}

/// Whoever takes something over by themselves knows it.
std::vector<PersonId> who_takes_over(const event::HandedOver& handed, const Actor& by) {
  if (by == Actor::person(handed.to)) return {};
  return {handed.to};
}

/// Of the client's contacts those who may approve, whoever wrote the request.
std::vector<Addressee> approvers(store::Session& session, ClientId client) {
  std::vector<Addressee> found;
  for (const auto& contact : store::approvers_of(session, client))
    found.push_back({contact.name, contact.email, {}});
  return found;
}

std::vector<Addressee> addressees(store::Session& session, const Catalogue& catalogue,
                                  const TicketState& ticket, const Recorded& recorded, To to) {
  const event::Submitted& request = ticket.request;
  const bool outside = to == To::contact || to == To::contact_and_copies;
  if (outside && request.contact_email.empty()) return {};  // redacted
  if (to == To::contact) return {{request.contact_name, request.contact_email, {}}};
  if (to == To::contact_and_copies) return {{request.contact_name, request.contact_email, request.cc}};
  if (to == To::approvers) return approvers(session, ticket.request.client);
  if (to == To::who_has_it && ticket.assignee) return addressees(catalogue, std::vector{ticket.assignee});
  if (to == To::by_escalation)
    return addressees(catalogue,
                      by_escalation(catalogue, ticket, std::get<event::Warned>(recorded.event), recorded.at));
  if (to == To::who_takes_over)
    return addressees(catalogue, who_takes_over(std::get<event::HandedOver>(recorded.event), recorded.actor));
  return addressees(catalogue, coordinators(catalogue));
}

}  // namespace

void react(const Desk& desk, const Catalogue& catalogue, store::Session& session, const Happened& happened) {
  const TicketState& ticket = happened.ticket;
  if (ticket.status == Status::spam) return;
  for (const Recorded& recorded : happened.events)
    for (const Reaction& reaction : reactions) {
      if (reaction.event != store::type_of(recorded.event)) continue;
      MailKind kind = reaction.mail;
      if (kind == MailKind::reply && happened.answers_first) kind = MailKind::first_reply;
      if (kind == MailKind::received && !ticket.request.verified &&
          store::receipts_reach(session, ticket.request.contact_email, recorded.at - std::chrono::hours{1},
                                automatic_an_hour))
        continue;
      for (const Addressee& to : addressees(session, catalogue, ticket, recorded, reaction.to))
        queue_mail(desk, session, ref_of(happened.id) + "." + std::to_string(recorded.seq),
                   {.kind = kind,
                    .ticket = happened.id,
                    .seq = recorded.seq,
                    .to_name = to.name,
                    .to_address = to.address,
                    .cc = to.cc,
                    .message_id = {}},
                   recorded.at);
    }
}

}  // namespace punctual::desk
