#include "desk/commands/redact.h"

#include <algorithm>
#include <map>
#include <set>

#include "desk/commands/turn.h"
#include "desk/configuration/audit.h"
#include "desk/queries/course.h"
#include "domain/ticket/redaction.h"
#include "store/blobs.h"
#include "store/directory.h"
#include "store/journal.h"
#include "store/journal_events.h"
#include "store/outbox.h"
#include "store/text/fold.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

/// What is left of each event the filter takes; where something is, also of earlier redactions: what those
/// left behind still holds the words, and the newest takes their place.
template <class Filter>
std::vector<event::Remains> remains_in(const std::vector<Recorded>& journal, Redaction redaction,
                                       Filter filter) {
  std::map<std::int64_t, std::string> left;
  for (const Recorded& recorded : journal)
    if (filter(recorded))
      if (const auto words = without_words(recorded.event, redaction))
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

/// The rows beside the journal that hold what is to go.
void forget_rows(store::Session& session, TicketId id, const std::vector<event::Remains>& remains) {
  for (const auto& one : remains) {
    store::delete_waiting_mails(session, id, one.seq);
    store::delete_attachments(session, id, one.seq);
  }
}

}  // namespace

std::expected<Changed, NotChanged> redact_message(const Desk& desk, store::Session& session, TicketId id,
                                                  std::int64_t seq, const std::string& reason,
                                                  std::int64_t expected_version, const Actor& by,
                                                  Instant now) {
  auto turn = Turn::begin(desk, session, id, expected_version, now);
  if (!turn) return std::unexpected(turn.error());
  const auto remains = remains_in(turn->journal(), Redaction::message,
                                  [&](const Recorded& recorded) { return recorded.seq == seq; });
  const auto decision = turn->decide(command::Redact{reason, Redaction::message, remains});
  if (!decision) return std::unexpected(decision.error());
  forget_rows(session, id, remains);
  turn->happen(*decision, by);
  return Changed{turn->record(), {}};
}

namespace {

/// Whose words are to go: all tickets of one person.
struct Person {
  std::set<TicketId> tickets;
  ContactId contact;

  bool wrote(TicketId where, const Recorded& recorded) const {
    const auto* reply = std::get_if<event::ClientReplied>(&recorded.event);
    return tickets.contains(reply && reply->via ? *reply->via : where);
  }
};

Person person_of(store::Session& session, TicketId id, const event::Submitted& request) {
  Person person{{id}, request.contact};
  const auto address = store::fold_case(request.contact_email);
  if (address.empty()) return person;  // redacted before; many others have none either
  for (const TicketId own : store::tickets_of_person(session, address, request.contact))
    person.tickets.insert(own);
  return person;
}

/// Their own, and those in which what they wrote went on.
std::set<TicketId> tickets_with_words_of(store::Session& session, const Person& person) {
  std::set<TicketId> all = person.tickets;
  for (const TicketId own : person.tickets)
    if (const auto course = course_of(session, own))
      for (const Stop& stop : course->stops) all.insert(stop.id);
  return all;
}

}  // namespace

std::expected<Changed, NotChanged> redact_contact(const Desk& desk, store::Session& session, TicketId id,
                                                  const std::string& reason, std::int64_t expected_version,
                                                  const Actor& by, Instant now) {
  const auto asked = Turn::begin(desk, session, id, expected_version, now);
  if (!asked) return std::unexpected(asked.error());
  const Person person = person_of(session, id, asked->ticket().request);
  Changed done;
  for (const TicketId one : tickets_with_words_of(session, person)) {
    auto turn = Turn::begin(desk, session, one, now);
    const auto remains = remains_in(turn->journal(), Redaction::person,
                                    [&](const Recorded& recorded) { return person.wrote(one, recorded); });
    if (remains.empty() && one != id) continue;
    const auto decision = turn->decide(command::Redact{reason, Redaction::person, remains});
    if (!decision) return std::unexpected(decision.error());
    forget_rows(session, one, remains);
    turn->happen(*decision, by);
    const auto version = turn->record();
    if (one == id) done.version = version;
    if (!person.tickets.contains(one)) continue;
    store::forget_addressees(session, one, redacted_words);
    store::raise_link_generation(session, one);
  }
  if (person.contact) store::delete_contact(session, person.contact);
  if (const auto& address = asked->ticket().request.contact_email; !address.empty())
    redact_contact_changes(session, address, by, now);
  return done;
}

}  // namespace punctual::desk
