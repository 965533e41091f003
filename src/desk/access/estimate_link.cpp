#include "desk/access/estimate_link.h"

#include <fmt/format.h>

#include "desk/access/numbered_token.h"
#include "store/directory.h"
#include "store/journal.h"
#include "store/tickets.h"

namespace punctual::desk {

namespace {

std::string token_of(const Desk& desk, store::Session& session, const EstimateLink& link,
                     std::string_view digest) {
  const auto named = fmt::format("{}-{}-{}", link.ticket.value, link.number, link.contact.value);
  const auto mac =
      desk.sign("estimate", fmt::format("{}.{}.{}", named, store::link_salt(session, link.contact), digest));
  return named + "-" + store::to_base64url(store::view(mac).substr(0, 16));
}

std::optional<EstimateLink> named_in(std::string_view token) {
  constexpr std::size_t longest_token = 90;
  constexpr std::int64_t most_estimates = 1000;
  const auto numbers = token.size() > longest_token ? std::nullopt : numbers_in<3>(token);
  if (!numbers || (*numbers)[1] > most_estimates) return std::nullopt;
  return EstimateLink{{(*numbers)[0]}, static_cast<int>((*numbers)[1]), {(*numbers)[2]}};
}

/// As it was sent; nothing where its words were removed.
std::optional<EstimateOffer> sent_offer(const std::vector<Recorded>& journal, int number) {
  for (const Recorded& recorded : journal)
    if (const auto* sent = std::get_if<event::Estimated>(&recorded.event); sent && sent->number == number)
      return recorded.redacted_by == 0 ? std::optional<EstimateOffer>(*sent) : std::nullopt;
  return std::nullopt;
}

}  // namespace

std::string estimate_url(const Desk& desk, store::Session& session, const EstimateLink& link,
                         std::string_view digest) {
  return desk.options().base_url + "/e/" + token_of(desk, session, link, digest);
}

std::optional<FollowedEstimateLink> follow_estimate_link(const Desk& desk, store::Session& session,
                                                         std::string_view token) {
  const auto link = named_in(token);
  if (!link || !store::find_head(session, link->ticket)) return std::nullopt;
  const auto journal = store::read_journal(session, link->ticket);
  auto ticket = fold(journal);
  const auto* estimate = ticket.find_estimate(link->number);
  if (!estimate || !store::equal_constant_time(token, token_of(desk, session, *link, estimate->digest)))
    return std::nullopt;
  const auto contact = store::find_contact(session, link->contact);
  if (!contact || !contact->active || !contact->approves || contact->client != ticket.request.client)
    return std::nullopt;
  auto offer = sent_offer(journal, link->number);
  if (!offer) return std::nullopt;
  return FollowedEstimateLink{*link, *std::move(offer), contact->name, std::move(ticket)};
}

}  // namespace punctual::desk
