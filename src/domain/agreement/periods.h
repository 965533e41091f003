#pragma once

#include "domain/agreement/terms.h"

namespace punctual::agreement {

/// The periods of an agreement, counted from the one it began in, which is 0. Not of blocks.
class Periods {
 public:
  Periods(Period period, Date began);

  int number_of(Date date) const;
  Date begin(int number) const;
  Date end(int number) const { return begin(number + 1); }

 private:
  int months_;
  std::chrono::year_month first_;
};

/// The first date of the month.
Date month_of(Date date);
Date next_month(Date date);

}  // namespace punctual::agreement
