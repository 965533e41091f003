#include "domain/agreement/grants.h"

#include <algorithm>
#include <array>
#include <map>

#include "domain/agreement/charged_periods.h"
#include "domain/agreement/periods.h"
#include "domain/agreement/rounding.h"

namespace punctual::agreement {
namespace {

/// The earlier of two ends, of which none is no end.
std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

class Granting {
 public:
  Granting(const Agreement& agreement, Date before) : agreement_(agreement), before_(before) {}

  void allowances() {
    for (const auto& [terms, from, until, whole] : charged_periods(agreement_, before_)) {
      if (!terms->allowance) continue;
      const Minutes all = terms->allowance->minutes;
      add(Grant::Source::allowance, from, usable_until(*terms, from),
          whole.count() == 0 ? all : prorated(all, until - from, whole));
    }
  }

  void bought() {
    for (const auto& [on, minutes, until, given_back] : agreement_.bought)
      add(given_back ? Grant::Source::correction : Grant::Source::top_up, on, until, minutes);
  }

  /// With the month after, as long as what is granted then.
  void credits(std::span<const Missed> missed) {
    std::map<Date, std::array<std::int64_t, 3>> by_month;
    for (const Missed& one : missed) ++by_month[month_of(one.on)][static_cast<std::size_t>(one.promise)];
    for (const auto& [month, counts] : by_month) {
      // Of a month in which terms changed, those it ended with.
      const Terms* terms = agreement_.at(next_month(month) - std::chrono::days{1});
      if (!terms) continue;
      Minutes due = 0;
      for (std::size_t i = 0; i < counts.size(); ++i)
        if (terms->credit.of[i]) due += counts[i] * terms->credit.minutes;
      const Date from = next_month(month);
      add(Grant::Source::credit, from, usable_until(*terms, from),
          terms->credit.most ? std::min(due, *terms->credit.most) : due);
    }
  }

  std::vector<Grant> take() && {
    const auto forever = Date::max();
    std::ranges::stable_sort(
        found_, {}, [&](const Grant& grant) { return std::pair(grant.until.value_or(forever), grant.from); });
    // The agreement's end cuts them all, and is no reason to use them in another order.
    for (Grant& grant : found_) grant.until = earlier(grant.until, agreement_.end);
    return std::move(found_);
  }

 private:
  std::optional<Date> usable_until(const Terms& terms, Date from) const {
    const auto& allowance = terms.allowance;
    if (!allowance || allowance->period == Period::block || !allowance->rollover) return std::nullopt;
    const Periods periods(allowance->period, agreement_.versions.front().from);
    return periods.end(periods.number_of(from) + *allowance->rollover);
  }

  void add(Grant::Source source, Date from, std::optional<Date> until, Minutes minutes) {
    const auto end = earlier(until, agreement_.end);
    if (minutes > 0 && from < before_ && (!end || from < *end))
      found_.push_back({source, from, until, minutes});
  }

  const Agreement& agreement_;
  Date before_;
  std::vector<Grant> found_;
};

}  // namespace

std::vector<Grant> grants(const Agreement& agreement, std::span<const Missed> missed, Date before) {
  Granting granting(agreement, before);
  granting.allowances();
  granting.bought();
  granting.credits(missed);
  return std::move(granting).take();
}

}  // namespace punctual::agreement
