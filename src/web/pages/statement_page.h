#pragma once

#include <string>
#include <vector>

#include "desk/agreements/correction.h"
#include "desk/agreements/statement.h"
#include "domain/time/time_zone.h"
#include "web/pages/frame.h"

namespace punctual::web {

/// A client's month as it was issued, with what was corrected of it since.
struct StatementPage {
  DeskFace desk;
  TimeZone zone;  ///< the client's; instants are worded in it
  Instant now{};
  std::string path;
  desk::Statement statement;
  std::vector<desk::Correction> corrections;
};

std::string statement_page_html(const StatementPage& page);

}  // namespace punctual::web
