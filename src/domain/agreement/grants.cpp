#include "domain/agreement/grants.h"

#include <algorithm>
#include <map>

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
    for (std::size_t i = 0; i < agreement_.versions.size(); ++i) {
      const Terms& terms = agreement_.versions[i];
      if (!terms.allowance) continue;
      if (terms.allowance->period == Period::block)
        add(Grant::Source::allowance, terms.from, agreement_.end, terms.allowance->minutes);
      else
        periods(terms, agreement_.end_of(i));
    }
  }

  void bought(std::span<const TopUp> top_ups) {
    for (const auto& [on, minutes, until] : top_ups)
      add(Grant::Source::top_up, on, earlier(until, agreement_.end), minutes);
  }

  /// With the month after, as long as what is granted then.
  void credits(std::span<const Missed> missed) {
    std::map<Date, std::int64_t> by_month;
    for (const Missed& one : missed) ++by_month[month_of(one.on)];
    for (const auto& [month, count] : by_month) {
      // Of a month in which terms changed, those it ended with.
      const Terms* terms = agreement_.at(next_month(month) - std::chrono::days{1});
      if (!terms || terms->credit.minutes == 0) continue;
      const Minutes due = count * terms->credit.minutes;
      const Date from = next_month(month);
      add(Grant::Source::credit, from, usable_until(*terms, from),
          terms->credit.most ? std::min(due, *terms->credit.most) : due);
    }
  }

  std::vector<Grant> take() && {
    const auto forever = Date::max();
    std::ranges::stable_sort(
        found_, {}, [&](const Grant& grant) { return std::pair(grant.until.value_or(forever), grant.from); });
    return std::move(found_);
  }

 private:
  void periods(const Terms& terms, std::optional<Date> end) {
    const Periods periods(terms.allowance->period, agreement_.versions.front().from);
    const Date last = end ? std::min(*end, before_) : before_;
    for (int n = periods.number_of(terms.from); periods.begin(n) < last; ++n) {
      const Date from = std::max(periods.begin(n), terms.from);
      const Date to = end ? std::min(periods.end(n), *end) : periods.end(n);
      add(Grant::Source::allowance, from, usable_until(terms, from),
          prorated(terms.allowance->minutes, to - from, periods.end(n) - periods.begin(n)));
    }
  }

  std::optional<Date> usable_until(const Terms& terms, Date from) const {
    const auto& allowance = terms.allowance;
    if (!allowance || allowance->period == Period::block || !allowance->rollover) return agreement_.end;
    const Periods periods(allowance->period, agreement_.versions.front().from);
    return earlier(periods.end(periods.number_of(from) + *allowance->rollover), agreement_.end);
  }

  void add(Grant::Source source, Date from, std::optional<Date> until, Minutes minutes) {
    if (minutes > 0 && from < before_ && (!until || from < *until))
      found_.push_back({source, from, until, minutes});
  }

  const Agreement& agreement_;
  Date before_;
  std::vector<Grant> found_;
};

}  // namespace

std::vector<Grant> grants(const Agreement& agreement, std::span<const TopUp> bought,
                          std::span<const Missed> missed, Date before) {
  Granting granting(agreement, before);
  granting.allowances();
  granting.bought(bought);
  granting.credits(missed);
  return std::move(granting).take();
}

}  // namespace punctual::agreement
