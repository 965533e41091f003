#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "domain/ticket/lifecycle.h"

namespace punctual::web {

/// One step of "Received → Reviewed → In progress → Resolved".
struct ProgressStep {
  std::string words;
  std::string state;  ///< "done", "now", "now step--paused" or "to-come"
  std::string read;   ///< for those who do not see it: "done", "now", "to come"
  bool now = false;
};
BOOST_DESCRIBE_STRUCT(ProgressStep, (), (words, state, read, now))

/// Where a request stands. `answered` once a person has replied.
enum class Answered { no, yes };
std::vector<ProgressStep> progress_of(Status status, Answered answered);

}  // namespace punctual::web
