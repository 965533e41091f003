#include "domain/agreement/settled.h"

namespace punctual::agreement {
namespace {

std::vector<Version> cut(const std::vector<Version>& versions, Date date) {
  std::vector<Version> found;
  for (Version version : versions) {
    if (version.terms.from >= date) break;
    if (version.until && *version.until >= date) version.until.reset();
    // Where the next one begins that day, an end says nothing.
    if (!found.empty() && found.back().until == version.terms.from) found.back().until.reset();
    std::erase_if(version.bought, [&](const TopUp& one) { return one.on >= date; });
    version.warn_at.clear();
    found.push_back(std::move(version));
  }
  return found;
}

}  // namespace

bool same_before(const std::vector<Version>& a, const std::vector<Version>& b, Date date) {
  return cut(a, date) == cut(b, date);
}

}  // namespace punctual::agreement
