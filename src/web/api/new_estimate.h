#pragma once

#include "domain/ticket/decide.h"
#include "domain/ticket/estimate.h"
#include "web/api/api.h"

namespace punctual::web {

/// An estimate as staff write it; the desk counts what it costs.
struct NewEstimateJson {
  std::vector<EstimateLine> lines;
  std::string plan;
  std::optional<Instant> expires_at;  ///< none: in 14 days
};
BOOST_DESCRIBE_STRUCT(NewEstimateJson, (), (lines, plan, expires_at))

/// With its price as of now, for the ticket the path names; 422 with the fields to change otherwise.
std::expected<EstimateOffer, Reply> offered(Api& api, NewEstimateJson planned, const Request& request);

}  // namespace punctual::web
