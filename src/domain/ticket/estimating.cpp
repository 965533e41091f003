#include "domain/ticket/estimating.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "domain/ticket/blank.h"

namespace punctual {

namespace {

using Reason = Refusal::Reason;
using Outcome = EstimateOutcome;

constexpr std::size_t most_estimates = 100;
constexpr std::size_t most_lines = 50;
constexpr std::int64_t most_minutes = 60'000;
constexpr auto longest_open = std::chrono::days{366};
// Bytes.
constexpr std::size_t longest_line = 500;
constexpr std::size_t longest_plan = 10'000;
constexpr std::size_t longest_name = 200;

std::unexpected<Refusal> invalid(std::string field, std::string detail) {
  return std::unexpected(Refusal{Reason::invalid, std::move(field), std::move(detail)});
}

std::unexpected<Refusal> settled(std::string_view detail) {
  return std::unexpected(Refusal{Reason::not_in_this_state, {}, std::string(detail)});
}

/// Why an estimate is not open, as who wants to decide on it reads it and as who wants it back.
struct Why {
  Outcome outcome;
  std::string_view to_contact;
  std::string_view to_desk;
};
constexpr Why whys[] = {
    {Outcome::approved, "This estimate has been approved already; write to us if something is to change.",
     "This estimate has been approved already and stands; send another for what changes."},
    {Outcome::declined,
     "This estimate has been declined already; ask for a new one if you want the work after all.",
     "This estimate has been declined already; there is nothing to withdraw."},
    {Outcome::superseded, "A newer estimate has taken the place of this one; decide on the newest.",
     "A newer estimate has taken the place of this one; withdraw the newest."},
    {Outcome::withdrawn, "This estimate has been withdrawn; ask for a new one if you still want the work.",
     "This estimate has been withdrawn already; there is nothing left to withdraw."},
};
constexpr Why expired{
    Outcome::pending, "This estimate has expired; ask for a new one.",
    "This estimate has expired, so that nobody can approve it; there is nothing to withdraw."};

const Why& why_not_open(const Estimate& estimate) {
  const auto* found = std::ranges::find(whys, estimate.outcome, &Why::outcome);
  return found == std::end(whys) ? expired : *found;
}

/// Controls and what else ends a line (NEL, U+2028, U+2029).
bool is_one_line(std::string_view text) {
  constexpr std::array<std::string_view, 3> ends{"\xc2\x85", "\u2028", "\u2029"};
  return std::ranges::none_of(text,
                              [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }) &&
         std::ranges::none_of(ends, [&](std::string_view end) { return text.contains(end); });
}

std::expected<const Estimate*, Refusal> named(const TicketState& ticket, int number) {
  if (const Estimate* found = ticket.find_estimate(number)) return found;
  return invalid("number", "No estimate of this ticket has this number; look at those listed.");
}

std::expected<void, Refusal> check(const EstimateLine& line, const std::string& field) {
  if (blank(line.text)) return invalid(field + ".text", "Say what is to be done.");
  if (line.text.size() > longest_line)
    return invalid(field + ".text", "This is too long; 500 characters are the most.");
  if (line.minutes < 1 || line.minutes > most_minutes)
    return invalid(field + ".minutes", "A line takes 1 to 60,000 minutes.");
  return {};
}

}  // namespace

std::expected<void, Refusal> may_offer(const TicketState& ticket, const EstimateOffer& offer, Instant now) {
  assert(!offer.digest.empty());
  if (ticket.estimates.size() >= most_estimates)
    return invalid("estimate",
                   "This ticket has had 100 estimates, which are the most; go on in a ticket linked to it.");
  if (offer.lines.empty()) return invalid("estimate.lines", "Say what is to be done, in a line at least.");
  if (offer.lines.size() > most_lines)
    return invalid("estimate.lines", "50 lines are the most; put some of them together.");
  for (std::size_t i = 0; i < offer.lines.size(); ++i)
    if (auto ok = check(offer.lines[i], "estimate.lines[" + std::to_string(i) + "]"); !ok) return ok;
  if (blank(offer.plan)) return invalid("estimate.plan", "Tell the client in words what you plan.");
  if (offer.plan.size() > longest_plan)
    return invalid("estimate.plan", "This is too long; 10,000 characters are the most.");
  if (offer.expires_at <= now)
    return invalid("estimate.expires_at", "This instant has passed; leave the client time to decide.");
  if (offer.expires_at - now > longest_open)
    return invalid("estimate.expires_at", "An estimate is open for 366 days at most; let it expire earlier.");
  return {};
}

event::Estimated numbered(const TicketState& ticket, EstimateOffer offer) {
  return {std::move(offer), static_cast<int>(ticket.estimates.size()) + 1};
}

std::expected<Decision, Refusal> answered(const TicketState& ticket, const command::DecideEstimate& asked,
                                          Instant now) {
  const auto found = named(ticket, asked.number);
  if (!found) return std::unexpected(found.error());
  const Estimate& estimate = **found;
  if (asked.digest != estimate.digest)
    return settled("This is not the estimate you were shown: it was replaced meanwhile; look at the newest.");
  if (estimate.outcome == outcome_of(asked.answer) && estimate.decided_by == asked.name)
    return Decision{};  // sent twice
  if (!estimate.is_open(now)) return settled(why_not_open(estimate).to_contact);
  if (blank(asked.name)) return invalid("name", "Type your name; the decision is kept under it.");
  if (asked.name.size() > longest_name || !is_one_line(asked.name))
    return invalid("name", "A name is one line of at most 200 characters.");
  return Decision{{event::EstimateDecided{asked.number, asked.digest, asked.answer, asked.name}}, {}};
}

std::expected<Decision, Refusal> withdrawn(const TicketState& ticket, const command::WithdrawEstimate& asked,
                                           Instant now) {
  const auto found = named(ticket, asked.number);
  if (!found) return std::unexpected(found.error());
  if (!(*found)->is_open(now)) return settled(why_not_open(**found).to_desk);
  return Decision{{event::EstimateWithdrawn{asked.number}}, {}};
}

}  // namespace punctual
