#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/ticket/lifecycle.h"
#include "domain/ticket/standing.h"
#include "domain/time/time_zone.h"
#include "web/pages/explanation.h"

namespace punctual::web {

/// One promise and how it stands, as the client reads it.
struct PromiseLine {
  std::string verdict;  ///< "running", "kept", "late", "paused", "none": what colours it
  std::string word;     ///< the same to read: "On time", "Kept", "Late", "Within our goal"
  std::string text;     ///< "A person answers by today at 3:40 pm EST."
  std::string under;    ///< why, or what else is so; may be empty
  std::optional<ExplanationView> explained;  ///< where a clock judges it
};
BOOST_DESCRIBE_STRUCT(PromiseLine, (), (verdict, word, text, under, explained))

struct PromiseFacts {
  const Standing& standing;
  Status status{};
  std::optional<int> tier;
  std::optional<Instant> clock_starts;
  const TimeZone& zone;
  Instant now{};
};

/// What is promised now first, and its explanation unfolded while the ticket runs; then what was kept or
/// missed.
std::vector<PromiseLine> promise_lines(const PromiseFacts& facts);

/// The instant a person answers by, as far as that is owed and known: the goal, or the guarantee where that
/// is earlier.
std::optional<Instant> answer_by(const Standing& standing);

}  // namespace punctual::web
