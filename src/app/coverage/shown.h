#pragma once

#include <span>
#include <string>

#include "desk/rota/coverage.h"

namespace punctual::app {

/// Coverage for people and for programs; tickets are read when it is written.
struct ShownCoverage {
  const desk::Catalogue& catalogue;
  store::Session& session;
  Interval over;  ///< that was looked at

  /// A paragraph a pod, a line a gap, in the desk's zone.
  std::string as_text(std::span<const desk::PodCoverage> pods) const;
  /// {"pods":[{"pod","gap_minutes","gaps":[{"from","to","cause","endangers":[{"client","policy","tickets"}]}]}]}:
  /// instants as RFC 3339; pod null is the desk as a whole, client null nobody known.
  std::string as_json(std::span<const desk::PodCoverage> pods) const;
};

}  // namespace punctual::app
