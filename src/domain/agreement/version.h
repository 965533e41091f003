#pragma once

#include "domain/agreement/terms.h"

namespace punctual::agreement {

/// A client's agreement as it is written down: terms from a date on, what is promised under them, and what
/// was bought beside them.
struct Version {
  Terms terms;
  std::optional<Date> until{};  ///< the first date it no longer holds; none: until the next begins
  std::string policy{};         ///< what is promised, by name; empty: the client's own
  std::vector<TopUp> bought{};
  std::vector<int> warn_at{};  ///< percent of the allowance used, at which its balance is told, ascending
  bool operator==(const Version&) const = default;
};

/// `versions` are by date and none reaches into the next. Those that follow one another without a gap are one
/// agreement; one that ended before the next began leaves nothing to it.
std::vector<Agreement> agreements_of(const std::vector<Version>& versions);

/// The version in force; none before the first, in a gap and after the last.
const Version* version_at(const std::vector<Version>& versions, Date date);

}  // namespace punctual::agreement
