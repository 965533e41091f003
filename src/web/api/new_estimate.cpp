#include "web/api/new_estimate.h"

#include <fmt/format.h>

#include "desk/agreements/offer.h"
#include "web/api/ticket_change.h"

namespace punctual::web {

namespace {

constexpr std::chrono::days lasts{14};

}  // namespace

std::expected<EstimateOffer, Reply> offered(Api& api, NewEstimateJson planned, const Request& request) {
  const auto ticket = named_ticket(request);
  if (!ticket) return std::unexpected(ticket.error());
  for (std::size_t i = 0; i < planned.lines.size(); ++i)
    if (auto refusal = unfit(fmt::format("estimate.lines[{}].text", i), planned.lines[i].text, longest_text))
      return std::unexpected(*refusal);
  if (auto refusal = unfit("estimate.plan", planned.plan, longest_text)) return std::unexpected(*refusal);
  auto& session = api.desk.reader();
  const store::Snapshot snapshot(session);
  auto made = desk::make_offer(
      session, *api.desk.catalogue(), *ticket,
      {std::move(planned.lines), std::move(planned.plan), planned.expires_at.value_or(request.now + lasts)},
      request.now);
  if (!made)
    return std::unexpected(problem(Problem::invalid, {}, {{made.error().field, made.error().detail}}));
  return *std::move(made);
}

}  // namespace punctual::web
