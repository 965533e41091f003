#include "desk/agreements/offer.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/desk.h"
#include "store/crypto/digest.h"
#include "store/directory.h"
#include "store/journal_events.h"
#include "store/json/write.h"
#include "store/ticket_queue.h"

namespace punctual::desk {

namespace {

std::unexpected<Refusal> refuse(std::string field, std::string detail) {
  return std::unexpected(Refusal{Refusal::Reason::invalid, std::move(field), std::move(detail)});
}

struct ShownJson {
  std::string request;
  std::vector<EstimateLine> lines;
  std::string plan;
  std::int64_t covered = 0;
  std::int64_t extra = 0;
  std::int64_t price = 0;
  std::string currency;
  Instant expires_at{};
};
BOOST_DESCRIBE_STRUCT(ShownJson, (), (request, lines, plan, covered, extra, price, currency, expires_at))

/// Of all that the client is shown, and of which request; salted, so that nobody can try words on it that
/// were removed.
std::string digest_of(TicketId ticket, const EstimateOffer& offer) {
  const ShownJson shown{ref_of(ticket), offer.lines, offer.plan,     offer.covered,
                        offer.extra,    offer.price, offer.currency, offer.expires_at};
  return store::to_hex(store::view(store::sha256(store::random_bytes(16) + json::to_json(shown))));
}

bool knows(const agreement::Terms& terms, const std::string& kind) {
  return kind.empty() || std::ranges::find(terms.kinds, kind, &agreement::Kind::name) != terms.kinds.end();
}

}  // namespace

std::expected<EstimateOffer, Refusal> make_offer(store::Session& session, const Catalogue& catalogue,
                                                 TicketId ticket, PlannedWork work, Instant now) {
  EstimateOffer offer{
      .lines = std::move(work.lines), .plan = std::move(work.plan), .expires_at = work.expires_at};
  const auto row = store::find_ticket(session, ticket);
  const auto client = row ? row->client.value_or(ClientId{}) : ClientId{};
  const Date today = catalogue.zone_of(client).date(now);
  const auto& versions = catalogue.agreement(client);
  const auto* version = agreement::version_at(versions, today);
  if (!version)
    return refuse("estimate",
                  "Nothing is agreed with whoever this request is of, so there is no price; write the "
                  "agreement down first, or answer without an estimate.");
  if (store::approvers_of(session, client).empty())
    return refuse("estimate",
                  "None of the client's contacts may approve it; let one of them (`approves` in the desk's "
                  "file), or answer without an estimate.");
  std::vector<agreement::Entry> imagined;
  for (std::size_t i = 0; i < offer.lines.size(); ++i) {
    const auto& line = offer.lines[i];
    if (!knows(version->terms, line.kind))
      return refuse(fmt::format("estimate.lines[{}].kind", i),
                    "The agreement does not know this kind of work.");
    if (line.minutes < 0)
      return refuse(fmt::format("estimate.lines[{}].minutes", i),
                    "Write how many minutes it takes; none is below zero.");
    if (line.minutes > 0)
      imagined.push_back({.ticket = ticket,
                          .tier = row->judged_tier(),
                          .kind = line.kind,
                          .on = today,
                          .inside = line.minutes});
  }
  if (!imagined.empty()) {
    auto books = read_books_of_today(session, catalogue, client, now);
    const auto found = agreement::simulate(books.versions, std::move(books.entries), books.approvals,
                                           books.missed, std::move(imagined), books.before);
    offer.covered = found.covered;
    offer.extra = found.extra;
    offer.price = found.price;
  }
  offer.currency = std::string(version->terms.currency.code());
  offer.digest = digest_of(ticket, offer);
  return offer;
}

}  // namespace punctual::desk
