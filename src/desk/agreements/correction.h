#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/time/instant.h"

namespace punctual::desk {

// What was wrong in a statement that was issued, and what is given back for it: a document of its own.
// Members' names are its JSON.

struct CorrectedLine {
  std::optional<std::string> ref;  ///< the request it is about
  std::string text;
  std::int64_t minutes = 0;           ///< given back to the allowance
  std::optional<std::string> amount;  ///< credited, decimal
};
BOOST_DESCRIBE_STRUCT(CorrectedLine, (), (ref, text, minutes, amount))

struct Correction {
  std::string number;
  Instant issued_at{};
  std::string client;
  std::string month;     ///< "2026-10"
  std::string corrects;  ///< the statement's number
  std::string reason;
  std::vector<CorrectedLine> lines;
  std::int64_t minutes = 0;             ///< of all lines
  std::optional<std::string> given_on;  ///< the date from which the minutes are of use
  std::optional<std::string> amount;    ///< of all lines
  std::optional<std::string> currency;
};
BOOST_DESCRIBE_STRUCT(Correction, (),
                      (number, issued_at, client, month, corrects, reason, lines, minutes, given_on, amount,
                       currency))

}  // namespace punctual::desk
