#pragma once

#include <boost/json/value.hpp>
#include <deque>
#include <expected>
#include <string>
#include <variant>
#include <vector>

#include "app/sla/calendar_cache.h"
#include "domain/sla/clocks.h"

namespace punctual::batch {

struct AskDue {
  Calendar calendar;
  Instant start;
  Target target;
};
struct AskElapsed {
  Calendar calendar;
  Instant from;
  Instant to;
};
struct AskOpen {
  Calendar calendar;
  Instant at;
};
struct AskSla {
  std::deque<sla::PolicyInForce> policies;  // a deque: the events point into it
  std::vector<sla::Event> events;
  Instant now;
};
using Question = std::variant<AskDue, AskElapsed, AskOpen, AskSla>;

/// One line of the batch protocol, its id aside; the error says what cannot be answered.
std::expected<Question, std::string> read_question(const boost::json::object& line, CalendarCache& calendars);

}  // namespace punctual::batch
