#include "desk/commands/redact.h"

#include <algorithm>
#include <map>
#include <set>

#include "desk/agreements/stated_summary.h"
#include "desk/commands/turn.h"
#include "desk/configuration/audit.h"
#include "domain/ticket/redaction.h"
#include "store/approver_mails.h"
#include "store/blobs.h"
#include "store/copies.h"
#include "store/directory_changes.h"
#include "store/estimates.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "store/outbox.h"
#include "store/text/fold.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

/// What `left_of` leaves of each event; where something goes, also of earlier redactions: what those left
/// behind still holds the words, and the newest takes their place.
template <class Left>
std::vector<event::Remains> remains_in(const std::vector<Recorded>& journal, Left left_of) {
  std::map<std::int64_t, std::string> left;
  for (const Recorded& recorded : journal)
    if (const std::optional<TicketEvent> words = left_of(recorded))
      left[recorded.seq] = store::content_of(*words);
  if (left.empty()) return {};
  for (const Recorded& recorded : journal) {
    const auto* earlier = std::get_if<event::Redacted>(&recorded.event);
    const bool replaced = earlier && std::ranges::any_of(earlier->remains, [&](const event::Remains& one) {
                            return left.contains(one.seq);
                          });
    if (!replaced) continue;
    for (const auto& one : earlier->remains) left.try_emplace(one.seq, one.content);
    left[recorded.seq] = store::content_of(event::Redacted{earlier->reason, earlier->person, {}});
  }
  std::vector<event::Remains> remains;
  for (auto& [seq, content] : left) remains.push_back({seq, std::move(content)});
  return remains;
}

/// The rows beside the journal that hold the words and files of an event.
void forget_rows(store::Session& session, TicketId id, std::int64_t seq) {
  store::delete_waiting_mails(session, id, seq);
  store::delete_attachments(session, id, seq);
}

}  // namespace

std::expected<Changed, NotChanged> redact_message(const Desk& desk, store::Session& session, TicketId id,
                                                  std::int64_t seq, const std::string& reason,
                                                  std::int64_t expected_version, const Actor& by,
                                                  Instant now) {
  auto turn = Turn::begin(desk, session, id, expected_version, now);
  if (!turn) return std::unexpected(turn.error());
  const auto remains = remains_in(turn->journal(), [&](const Recorded& recorded) {
    return recorded.seq == seq ? without_words(recorded.event, Redaction::message) : std::nullopt;
  });
  const auto decision = turn->decide(command::Redact{reason, Redaction::message, remains});
  if (!decision) return std::unexpected(decision.error());
  forget_rows(session, id, seq);
  turn->happen(*decision, by);
  const Changed changed{turn->record(), {}};
  state_summaries(session, {id}, by, now);
  return changed;
}

namespace {

/// Whose words are to go, and where they stand.
struct Person {
  std::set<TicketId> tickets;    ///< their own
  std::set<TicketId> copies{};   ///< of others, on which they are copied in
  std::set<TicketId> decided{};  ///< of others, with an estimate they decided on
  ContactId contact{};           ///< id 0: the directory keeps them
  std::string address{};         ///< folded; empty: only this ticket's words are theirs

  bool wrote(TicketId where, const Recorded& recorded) const {
    if (std::holds_alternative<event::EstimateDecided>(recorded.event))  // its name is whoever decided
      return contact && recorded.actor == Actor::contact(contact);
    const auto* reply = std::get_if<event::ClientReplied>(&recorded.event);
    return tickets.contains(reply && reply->via ? *reply->via : where);
  }
  std::optional<TicketEvent> left_of(TicketId where, const Recorded& recorded) const {
    if (wrote(where, recorded)) return without_words(recorded.event, Redaction::person);
    const auto* request = std::get_if<event::Submitted>(&recorded.event);
    if (!request || !copies.contains(where)) return std::nullopt;
    std::vector<std::string> theirs = request->cc;
    std::erase_if(theirs, [&](const std::string& copy) { return store::fold_case(copy) != address; });
    return without_copies(recorded.event, theirs);
  }
};

/// One that was redacted before has no address; many others have none either.
Person person_of(store::Session& session, TicketId id, const event::Submitted& request, Reach reach) {
  const auto address = store::fold_case(request.contact_email);
  if (address.empty() || (!request.verified && reach == Reach::what_is_known)) return {.tickets = {id}};
  Person person{.tickets = {id}, .contact = request.contact, .address = address};
  for (const TicketId own : store::tickets_of_person(session, address, request.contact))
    person.tickets.insert(own);
  for (const TicketId other : store::tickets_copied_to(session, address))
    if (!person.tickets.contains(other)) person.copies.insert(other);
  if (!person.contact) return person;
  for (const TicketId other : store::tickets_decided_by(session, person.contact))
    if (!person.tickets.contains(other)) person.decided.insert(other);
  return person;
}

/// Their own, those in which what they wrote went on, and those that name them.
std::set<TicketId> tickets_with_words_of(store::Session& session, const Person& person) {
  std::set<TicketId> all;
  std::vector<TicketId> open(person.tickets.begin(), person.tickets.end());
  while (!open.empty()) {
    const TicketId at = open.back();
    open.pop_back();
    if (!at || !all.insert(at).second) continue;
    const auto ticket = fold(store::read_journal(session, at));
    open.insert(open.end(), {ticket.merged_into, ticket.follower});
  }
  all.insert(person.copies.begin(), person.copies.end());
  all.insert(person.decided.begin(), person.decided.end());
  return all;
}

/// The rows that name them, beside the journal.
void forget_person(store::Session& session, TicketId id, const Person& person) {
  if (person.tickets.contains(id)) {
    store::forget_addressees(session, id, redacted_words);
    store::raise_link_generation(session, id);
  } else if (person.copies.contains(id)) {
    store::forget_copies(session, id, person.address);
  }
}

}  // namespace

std::optional<ContactReach> reach_of_contact(store::Session& session, TicketId id) {
  const auto journal = store::read_journal(session, id);
  if (journal.empty()) return std::nullopt;
  const auto request = fold(journal).request;
  Person all = person_of(session, id, request, Reach::everywhere);
  all.copies.merge(all.decided);
  return ContactReach{request.verified, std::ssize(all.tickets), std::ssize(all.copies)};
}

std::expected<RedactedContact, NotChanged> redact_contact(const Desk& desk, store::Session& session,
                                                          TicketId id, const std::string& reason, Reach reach,
                                                          std::int64_t expected_version, const Actor& by,
                                                          Instant now) {
  const auto asked = Turn::begin(desk, session, id, expected_version, now);
  if (!asked) return std::unexpected(asked.error());
  const Person person = person_of(session, id, asked->ticket().request, reach);
  RedactedContact done;
  std::set<TicketId> touched;
  for (const TicketId one : tickets_with_words_of(session, person)) {
    auto turn = Turn::begin(desk, session, one, now);
    const auto remains =
        remains_in(turn->journal(), [&](const Recorded& recorded) { return person.left_of(one, recorded); });
    if (remains.empty() && one != id) continue;
    const auto decision = turn->decide(command::Redact{reason, Redaction::person, remains});
    if (!decision) return std::unexpected(decision.error());
    for (const Recorded& recorded : turn->journal())
      if (person.wrote(one, recorded) && without_words(recorded.event, Redaction::person))
        forget_rows(session, one, recorded.seq);
    turn->happen(*decision, by);
    const auto version = turn->record();
    touched.insert(one);
    if (one == id) done.changed.version = version;
    ++done.tickets;
    forget_person(session, one, person);
  }
  state_summaries(session, touched, by, now);
  if (!person.address.empty()) store::forget_approver(session, person.address, redacted_words);
  if (person.contact) store::delete_contact(session, person.contact);
  if (!person.address.empty())
    redact_contact_changes(session, asked->ticket().request.contact_email, by, now);
  return done;
}

}  // namespace punctual::desk
