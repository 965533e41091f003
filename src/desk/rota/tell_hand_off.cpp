#include "desk/rota/tell_hand_off.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "desk/reactions/queue_mail.h"
#include "desk/rota/colleagues.h"

namespace punctual::desk {
namespace {

using people::Leave;

std::set<PersonId> leads_of(const Catalogue& catalogue, PersonId member) {
  std::set<PersonId> leads;
  for (const auto& pod : catalogue.pods())
    if (pod.active && pod.lead && std::ranges::find(pod.members, member) != pod.members.end())
      leads.insert(*pod.lead);
  return leads;
}

template <class Which>
void add(std::set<PersonId>& told, std::span<const people::Colleague> everybody, Which which) {
  for (const auto& one : everybody)
    if (which(one)) told.insert(one.id());
}

/// Who must look at it now that they are gone: somebody, whoever is at work.
std::set<PersonId> who_looks_at_it(const Catalogue& catalogue, PersonId leaver, Instant now) {
  auto everybody = colleagues_of(catalogue, nullptr);
  std::erase_if(everybody, [&](const people::Colleague& one) { return one.id() == leaver; });
  auto told = leads_of(catalogue, leaver);
  told.erase(leaver);
  const auto has_role = [](people::Role role) {
    return [role](const people::Colleague& one) { return one.role == role; };
  };
  add(told, everybody, [&](const people::Colleague& one) {
    return one.role == people::Role::coordinator && one.is_at_work(now);
  });
  if (told.empty()) add(told, everybody, has_role(people::Role::coordinator));
  if (told.empty()) add(told, everybody, has_role(people::Role::manager));
  return told;
}

std::set<PersonId> told_of(const Catalogue& catalogue, const HandOff& hand_off, Instant now) {
  std::set<PersonId> told;
  if (hand_off.going.sudden || hand_off.going.leave.leaves <= now)
    told = who_looks_at_it(catalogue, hand_off.person, now);
  else
    told = leads_of(catalogue, hand_off.person);
  if (!hand_off.going.sudden) told.insert(hand_off.person);
  return told;
}

people::Going going_of(const Catalogue& catalogue, const store::HandOffRow& row, Instant now) {
  const auto& at_work = catalogue.worker(row.person).at_work;
  return {Leave{row.leaves, row.leaves, at_work.next_opening(std::max(now, row.leaves))}, row.sudden};
}

}  // namespace

void tell_hand_off(const Desk& desk, store::Session& session, const HandOff& hand_off, Instant now) {
  const auto catalogue = desk.catalogue();
  const Leave& leave = hand_off.going.leave;
  store::HandOffRow row{.person = hand_off.person,
                        .leaves = leave.leaves,
                        .returns = leave.returns,
                        .sudden = hand_off.going.sudden,
                        .told_at = now,
                        .settles_at = leave.leaves > now ? leave.leaves : now + to_look_at_it};
  if (hand_off.tickets.empty()) row.settled_at = now;
  for (const LeftTicket& left : hand_off.tickets)
    row.tickets.push_back({left.ticket.id, left.due.first, left.suggested, left.why});
  const auto id = store::insert_hand_off(session, row);
  if (!id || hand_off.tickets.empty()) return;
  for (const PersonId reader : told_of(*catalogue, hand_off, now))
    if (const auto* person = catalogue->person(reader); person && person->active)
      queue_mail(desk, session, "rota",
                 {.kind = store::MailKind::staff_hand_off,
                  .about = id->value,
                  .to_name = person->name,
                  .to_address = person->email,
                  .cc = {},
                  .message_id = {}},
                 now);
}

std::vector<people::DueWhileAway> unclaimed(const Catalogue& catalogue, store::Session& session,
                                            const store::HandOffRow& row, Instant now) {
  const auto* person = catalogue.person(row.person);
  // Somebody's who is there now, by other hours or since they are back, stays theirs.
  if (!person || !person->active || catalogue.worker(row.person).at_work.is_open(now)) return {};
  return HandOffReader(catalogue, session, now)
      .due(row.person, going_of(catalogue, row, now), HandOffReader::Given::before_they_left);
}

void give_away(const Desk& desk, store::Session& session, const store::HandOffRow& row,
               const people::DueWhileAway& due, Instant now) {
  const auto ticket = store::find_ticket(session, due.ticket);
  if (!ticket || ticket->assignee != row.person) return;
  const auto catalogue = desk.catalogue();
  const auto counts = store::read_counts(session);
  std::vector<people::Candidate> candidates;
  for (const auto& colleague : who_can_sign_in(*catalogue, session)) {
    candidates.push_back({.colleague = colleague,
                          .skills = {},
                          .active_tickets = static_cast<int>(store::active_with(counts, colleague.id()))});
  }
  const auto to = people::falls_to(row.person, due.first, candidates, now);
  if (!to) return;
  const auto why =
      away_words(*catalogue, row.person, going_of(*catalogue, row, now).leave, now) + " Nobody took it over.";
  const auto given =
      change(desk, session, due.ticket, std::nullopt, command::HandOver{*to, why, {}}, Actor::desk(), now);
  if (!given) throw std::runtime_error(ref_of(due.ticket) + ": " + given.error().refusal.detail);
}

void settle(const Desk& desk, store::Session& session, const store::HandOffRow& row, Instant now) {
  const auto catalogue = desk.catalogue();
  store::settle_hand_off(session, row.id, going_of(*catalogue, row, now).leave.returns, now);
}

}  // namespace punctual::desk
