#pragma once

#include "app/admin_verbs.h"

namespace punctual::app {

/// What the desk that holds the folder says of its gaps, as JSON that told_coverage reads; an error where
/// there is no such pod.
Told coverage_told(const HeldDesk& held, const Ask& ask, const desk::Progress&);

struct ToldCoverage {
  std::string text;  ///< all that is printed
  bool gaps = false;
};
std::optional<ToldCoverage> told_coverage(const std::string& result);

}  // namespace punctual::app
