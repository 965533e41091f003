#include "domain/agreement/terms.h"

#include <algorithm>

namespace punctual::agreement {

const Kind& Terms::kind(const std::string& name) const {
  const auto found = std::ranges::find(kinds, name, &Kind::name);
  return found == kinds.end() ? kinds.back() : *found;
}

const Terms* Agreement::at(Date date) const {
  if (end && *end <= date) return nullptr;
  const auto after = std::ranges::upper_bound(versions, date, {}, &Terms::from);
  return after == versions.begin() ? nullptr : &*std::prev(after);
}

std::optional<Date> Agreement::end_of(std::size_t version) const {
  return version + 1 < versions.size() ? std::optional(versions[version + 1].from) : end;
}

}  // namespace punctual::agreement
