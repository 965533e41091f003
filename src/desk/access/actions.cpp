#include "desk/access/actions.h"

#include <cstdlib>

namespace punctual::desk {

namespace {

using people::Role;

constexpr unsigned C = 1U << static_cast<unsigned>(Role::coordinator);
constexpr unsigned M = 1U << static_cast<unsigned>(Role::member);
constexpr unsigned G = 1U << static_cast<unsigned>(Role::manager);

struct Right {
  Action action;
  unsigned roles;
};

constexpr Right rights[] = {
    {Action::read_tickets, C | M | G},
    {Action::create_ticket, C | M | G},
    {Action::triage, C | G},
    {Action::reply, C | M | G},
    {Action::note, C | M | G},
    {Action::wait, C | M | G},
    {Action::resume, C | M | G},
    {Action::resolve, C | M | G},
    {Action::reopen, C | G},
    {Action::mark_spam, C | G},
    {Action::merge, C | G},
    {Action::link, C | M | G},
    {Action::redact_message, C | G},
    {Action::redact_contact, G},
    {Action::export_client, G},
    {Action::read_directory, C | M | G},
    {Action::read_outgoing_mail, G},
    {Action::read_metrics, G},
    {Action::read_hours, C | M | G},
    {Action::change_hours, G},
    {Action::read_backups, G},
    {Action::make_backup, G},
    {Action::manage_people, G},
    {Action::keep_own_account, C | M | G},
    {Action::read_rota, C | M | G},
    {Action::ask_for_time_off, C | M | G},
    {Action::record_absence, C | G},
    {Action::hand_over, C | M | G},  // whose, desk/rota/hand_over.h says
    {Action::change_rota, G},
    {Action::log_time, C | M | G},  // whose, desk/agreements/time_log.h says
    {Action::read_agreements, C | G},
    {Action::change_agreements, G},
    {Action::issue_statements, G},
};

}  // namespace

bool may(Role role, Action action) {
  for (const Right& right : rights)
    if (right.action == action) return (right.roles & (1U << static_cast<unsigned>(role))) != 0;
  return false;
}

Action action_of(Verb verb) {
  switch (verb) {
    case Verb::triage:
      return Action::triage;
    case Verb::reply:
    case Verb::estimate:  // goes with a reply
      return Action::reply;
    case Verb::note:
      return Action::note;
    case Verb::wait:
      return Action::wait;
    case Verb::resume:
      return Action::resume;
    case Verb::resolve:
      return Action::resolve;
    case Verb::reopen:
      return Action::reopen;
    case Verb::spam:
      return Action::mark_spam;
    case Verb::merge:
    case Verb::absorb:  // both sides are asked for the same
      return Action::merge;
    case Verb::link:
      return Action::link;
    case Verb::redact:
      return Action::redact_message;
    case Verb::redact_contact:
      return Action::redact_contact;
    case Verb::client_reply:
    case Verb::rate:
    case Verb::decide_estimate:
      break;  // the client's own, by links sent to them
  }
  std::abort();
}

}  // namespace punctual::desk
