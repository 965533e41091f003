#include "domain/agreement/charged_periods.h"

#include <algorithm>

#include "domain/agreement/periods.h"
#include "domain/agreement/rounding.h"

namespace punctual::agreement {

std::vector<ChargedPeriod> charged_periods(const Agreement& agreement, Date before) {
  std::vector<ChargedPeriod> found;
  Date begun_until = agreement.versions.front().from;
  for (std::size_t i = 0; i < agreement.versions.size(); ++i) {
    const Terms& terms = agreement.versions[i];
    const auto end = agreement.end_of(i);
    const Period period = terms.allowance ? terms.allowance->period : Period::month;
    if (period == Period::block) {
      if (terms.from < before) found.push_back({&terms, terms.from, end.value_or(Date::max()), {}});
      begun_until = std::max(begun_until, terms.from);
      continue;
    }
    const Periods periods(period, agreement.versions.front().from);
    const Date last = end ? std::min(*end, before) : before;
    for (Date from = std::max(terms.from, begun_until); from < last; from = begun_until) {
      const int n = periods.number_of(from);
      begun_until = periods.end(n);
      found.push_back({&terms, from, begun_until, begun_until - periods.begin(n)});
    }
  }
  return found;
}

std::vector<Money> fees(const Agreement& agreement, Date from, Date to) {
  std::vector<Money> found;
  for (const auto& one : charged_periods(agreement, to)) {
    if (one.from < from || one.terms->fee == 0) continue;
    const auto fee =
        one.whole.count() == 0 ? one.terms->fee : prorated(one.terms->fee, one.until - one.from, one.whole);
    found.push_back({fee, one.terms->currency});
  }
  return found;
}

}  // namespace punctual::agreement
