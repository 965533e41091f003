#pragma once

#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "domain/time/rfc3339.h"

namespace punctual::app {

/// What a verb says, for people and for programs; one of the two is printed.
struct Told {
  std::string words;
  boost::json::value json;
  bool answered = true;  // false: no promise is possible, or closed where that is asked for
};

/// A moment nobody can write down, in the year 10000 or later, is none, as in the batch.
inline boost::json::value json_time(std::optional<Instant> t) {
  if (!t || !has_rfc3339(*t)) return nullptr;
  return boost::json::value(format_rfc3339(*t));
}

}  // namespace punctual::app
