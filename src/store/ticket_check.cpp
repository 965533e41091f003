#include "store/ticket_check.h"

#include <algorithm>
#include <utility>

#include "domain/ticket/redaction.h"
#include "store/copies.h"
#include "store/text/fold.h"
#include "store/tickets.h"

namespace punctual::store {

namespace {

std::string difference_from_clock(Session& session, TicketId id, ClockKind kind, int ordinal,
                                  const sla::Clock& clock) {
  const std::string name(clock_name(kind));
  auto row = session.prepare(
      "SELECT started_at, due_at, stopped_at, target FROM clock WHERE ticket_id = ? AND kind = ? AND ordinal "
      "= ?");
  if (!row.bind(id).bind(name).bind(ordinal).step()) return "the " + name + " clock has no row";
  const auto target = clock.target ? std::optional(format_target(*clock.target)) : std::nullopt;
  const bool agrees = row.instant(0) == clock.start && row.optional_instant(1) == clock.due &&
                      row.optional_instant(2) == clock.stopped && row.optional_string(3) == target;
  return agrees ? std::string() : "the " + name + " clock differs from the journal";
}

}  // namespace

std::string difference_from_row(Session& session, TicketId id, const TicketState& ticket) {
  auto row = session.prepare(
      "SELECT version, status, tier, coalesce(pod_id,0), coalesce(assignee_id,0), first_replied_at, "
      "resolved_at, "
      "submitted_at, last_at, summary, provisional_tier, policy_id, coalesce(client_id,0), "
      "coalesce(contact_id,0), contact_name, contact_email_folded, verified, site, impact FROM ticket WHERE "
      "id = ?");
  if (!row.bind(id).step()) return "there is a journal but no row";
  const std::pair<const char*, bool> same[] = {
      {"version", row.integer(0) == ticket.version},
      {"status", row.text(1) == to_text(ticket.status)},
      {"tier",
       row.optional_integer(2) == (ticket.tier ? std::optional<std::int64_t>(*ticket.tier) : std::nullopt)},
      {"pod", row.integer(3) == ticket.pod.value},
      {"assignee", row.integer(4) == ticket.assignee.value},
      {"first_replied_at", row.optional_instant(5) == ticket.first_replied_at},
      {"resolved_at", row.optional_instant(6) == ticket.resolved_at},
      {"submitted_at", row.instant(7) == ticket.submitted_at},
      {"last_at", row.instant(8) == ticket.last_at},
      {"summary", row.text(9) == summary_of(ticket.request.description)},
      {"provisional_tier", row.integer(10) == ticket.provisional_tier},
      {"policy", row.integer(11) == ticket.policy.value},
      {"client", row.integer(12) == ticket.request.client.value},
      {"contact", row.integer(13) == ticket.request.contact.value &&
                      row.text(14) == ticket.request.contact_name &&
                      row.text(15) == fold_case(ticket.request.contact_email)},
      {"verified", row.boolean(16) == ticket.request.verified},
      {"site", row.text(17) == ticket.request.site},
      {"impact", row.text(18) == to_text(ticket.request.impact)},
      {"who is copied in", has_copies(session, id, ticket.request.cc)},
  };
  for (const auto& [name, agrees] : same)
    if (!agrees) return std::string(name) + " differs from the journal";
  return {};
}

std::string difference_from_files_and_link(Session& session, TicketId id, std::span<const Recorded> journal) {
  std::vector<std::pair<std::int64_t, AttachedFile>> named;
  std::int64_t person_redactions = 0;
  for (const Recorded& recorded : journal) {
    const auto* request = std::get_if<event::Submitted>(&recorded.event);
    const auto* reply = std::get_if<event::ClientReplied>(&recorded.event);
    const auto* redaction = std::get_if<event::Redacted>(&recorded.event);
    if (redaction && redaction->person) ++person_redactions;
    if (request || reply)
      for (const auto& file : request ? request->attachments : reply->attachments)
        named.emplace_back(recorded.seq, file);
  }
  std::ranges::sort(named, {}, [](const auto& one) { return one.second.id; });
  decltype(named) kept;
  {
    auto rows = session.prepare("SELECT seq, id, name, size FROM attachment WHERE ticket_id = ? ORDER BY id");
    rows.bind(id);
    while (rows.step())
      kept.emplace_back(rows.integer(0), AttachedFile{rows.integer(1), rows.string(2), rows.integer(3)});
  }
  if (kept != named) return "its attachments differ from the journal";
  auto row = session.prepare("SELECT link_generation FROM ticket WHERE id = ?");
  if (!row.bind(id).step()) return "there is a journal but no row";
  // Redacting a person ends the links of their own tickets, and is written down on others', too.
  const bool own = person_redactions > 0 && fold(journal).request.contact_name == redacted_words;
  const auto ended = row.integer(0) - 1;
  if (ended < (own ? 1 : 0) || ended > person_redactions)
    return "how often its private link was ended differs from the journal";
  return {};
}

std::string difference_from_clocks(Session& session, TicketId id, const TicketState& ticket,
                                   const Standing& standing, std::span<const int> percents) {
  const auto& clocks = standing.clocks;
  auto differs = difference_from_clock(session, id, ClockKind::first_reply, 0, clocks.first_reply);
  for (std::size_t i = 0; differs.empty() && i < clocks.next_reply.size(); ++i)
    differs =
        difference_from_clock(session, id, ClockKind::next_reply, static_cast<int>(i), clocks.next_reply[i]);
  if (differs.empty())
    differs = difference_from_clock(session, id, ClockKind::resolution, 0, clocks.resolution);
  if (!differs.empty()) return differs;
  const auto& next = standing.next_due;
  auto row = session.prepare(
      "SELECT t.next_due, t.due_clock, t.due_total, r.fire_at FROM ticket t LEFT JOIN timer r ON r.ticket_id "
      "= t.id "
      "WHERE t.id = ?");
  if (!row.bind(id).step()) return "there is a journal but no row";
  const auto due = next && next->due ? next->due->time_since_epoch().count() : never_due;
  const auto clock = next ? std::optional(std::string(clock_name(next->clock))) : std::nullopt;
  const auto total = next ? std::optional<std::int64_t>(next->total.count()) : std::nullopt;
  if (row.integer(0) != due || row.optional_string(1) != clock || row.optional_integer(2) != total)
    return "its place in the queue differs from the journal";
  const auto timer = row.optional_instant(3);
  const auto stage = next_stage_at(ticket, standing, percents);
  if (stage ? !timer || *timer > *stage : timer.has_value()) return "its timer differs from the journal";
  return {};
}

}  // namespace punctual::store
