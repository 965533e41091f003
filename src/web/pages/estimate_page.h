#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ticket/estimate.h"
#include "domain/time/time_zone.h"
#include "web/pages/frame.h"
#include "web/pages/request_form.h"

namespace punctual::web {

/// The plan with its price, as one contact decides on it: exactly one version.
struct EstimatePage {
  DeskFace desk;
  TimeZone zone;  ///< instants are worded in it
  Instant now{};
  std::string path;
  std::string ref;
  std::string summary;
  int number = 0;
  EstimateOffer offer;
  std::string price;  ///< "1,250.00 USD"
  Estimate state;
  bool closed = false;  ///< the request has ended: nothing is decided on it any more
  std::string name;     ///< as typed, or the contact's
  std::vector<FieldError> errors;
};

std::string estimate_page_html(const EstimatePage& page);

}  // namespace punctual::web
