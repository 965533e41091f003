#pragma once

#include "domain/ticket/lifecycle.h"
#include "store/directory.h"

namespace punctual::desk {

/// Everything a person can ask of the desk. Who may is in one table; what is not in it is refused.
enum class Action {
  read_tickets,
  create_ticket,
  triage,
  reply,
  note,
  wait,
  resume,
  resolve,
  reopen,
  mark_spam,
  merge,
  link,
  redact_message,
  redact_contact,
  export_client,
  read_directory,
  read_outgoing_mail,
  read_metrics,
  read_hours,
  change_hours,
  read_backups,
  make_backup,
  manage_people,
  keep_own_account,
  read_rota,
  ask_for_time_off,
  record_absence,
  hand_over,
  change_rota,
  log_time,
  read_agreements,
  change_agreements,
  issue_statements,
};

bool may(people::Role role, Action action);
/// The action a verb needs; for staff verbs alone.
Action action_of(Verb verb);

}  // namespace punctual::desk
