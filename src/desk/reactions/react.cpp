#include "desk/reactions/react.h"

#include "desk/reactions/queue_mail.h"
#include "store/journal_events.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

using store::MailKind;

enum class To { contact, contact_and_copies, coordinators, assignee, assignee_and_coordinators };

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
    {"warned", MailKind::staff_warning, To::assignee},
    {"breached", MailKind::staff_missed, To::assignee_and_coordinators},
};

/// An unverified address gets at most this many automatic mails an hour (SECURITY 21).
constexpr int automatic_an_hour = 3;

struct Addressee {
  std::string name;
  std::string address;
  std::vector<std::string> cc;
};

std::vector<Addressee> addressees(const Catalogue& catalogue, const TicketState& ticket, To to) {
  const event::Submitted& request = ticket.request;
  const bool outside = to == To::contact || to == To::contact_and_copies;
  if (outside && request.contact_email.empty()) return {};  // redacted
  if (to == To::contact) return {{request.contact_name, request.contact_email, {}}};
  if (to == To::contact_and_copies) return {{request.contact_name, request.contact_email, request.cc}};
  std::vector<Addressee> staff;
  const auto* assignee = catalogue.person(ticket.assignee);
  if (to != To::coordinators && assignee && assignee->active)
    staff.push_back({assignee->name, assignee->email, {}});
  if (to == To::assignee && !staff.empty()) return staff;
  for (const auto& person : catalogue.people())
    if (person.active && person.role == store::Role::coordinator && person.id != ticket.assignee)
      staff.push_back({person.name, person.email, {}});
  return staff;
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
      for (const Addressee& to : addressees(catalogue, ticket, reaction.to))
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
