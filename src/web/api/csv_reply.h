#pragma once

#include "desk/agreements/statement_csv.h"
#include "web/http/reply.h"

namespace punctual::web {

/// The statement as a file for a spreadsheet.
inline Reply csv_reply(const desk::Statement& statement) {
  return {
      .status = 200,
      .content_type = "text/csv; charset=utf-8",
      .body = desk::statement_csv(statement),
      .headers = {{"Content-Disposition", "attachment; filename=\"statement-" + statement.month + ".csv\""}}};
}

}  // namespace punctual::web
