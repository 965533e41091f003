#include "domain/agreement/version.h"

#include <algorithm>

namespace punctual::agreement {

std::vector<Agreement> agreements_of(const std::vector<Version>& versions) {
  std::vector<Agreement> found;
  for (const Version& version : versions) {
    if (found.empty() || (found.back().end && *found.back().end < version.terms.from)) found.emplace_back();
    Agreement& into = found.back();
    into.versions.push_back(version.terms);
    into.end = version.until;
    into.bought.insert(into.bought.end(), version.bought.begin(), version.bought.end());
  }
  return found;
}

const Version* version_at(const std::vector<Version>& versions, Date date) {
  const auto after =
      std::ranges::upper_bound(versions, date, {}, [](const Version& one) { return one.terms.from; });
  if (after == versions.begin()) return nullptr;
  const Version& last = *std::prev(after);
  return last.until && *last.until <= date ? nullptr : &last;
}

}  // namespace punctual::agreement
