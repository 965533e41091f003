#pragma once

#include <boost/describe.hpp>
#include <string>

#include "domain/time/instant.h"
#include "web/pages/desk_hours.h"

namespace punctual::web {

/// "Open now · until 5 pm ET", as the masthead shows it.
struct DeskLine {
  std::string state;  ///< "open" or "closed"
  std::string now;    ///< "Open now", "Closed", "Closed for Thanksgiving"
  std::string then;   ///< "until 5 pm ET", "opens Tuesday 8 am ET"; may be empty
  std::string until;  ///< the same as an RFC 3339 instant
  std::string verb;   ///< "until" or "opens", for the visitor's own clock
};
BOOST_DESCRIBE_STRUCT(DeskLine, (), (state, now, then, until, verb))

DeskLine desk_line_of(const DeskHours& hours, Instant now);

}  // namespace punctual::web
