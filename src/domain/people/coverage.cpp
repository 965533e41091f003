#include "domain/people/coverage.h"

#include <algorithm>

namespace punctual::people {
Calendar countable(BusinessHours hours, const TimeZone& zone) {
  return hours.always_open ? Calendar::always(zone) : Calendar::compile(std::move(hours), zone);
}

std::shared_ptr<const BusinessHours> with_holidays(BusinessHours week,
                                                   const std::map<Date, std::string>& holidays) {
  week.holidays.insert(holidays.begin(), holidays.end());
  return std::make_shared<const BusinessHours>(std::move(week));
}

std::optional<Worker> Worker::of(PersonId id, std::shared_ptr<const BusinessHours> week,
                                 std::vector<RotaChange> changes, const ZoneSource& zones) {
  const auto zone = zones.find(week->zone);
  if (!zone) return std::nullopt;
  auto at_work = countable(people::at_work(*week, changes), *zone);
  return Worker{id, std::move(week), std::move(changes), std::move(at_work)};
}

std::vector<Gap> joined(std::span<const Gap> pieces) {
  std::vector<Gap> gaps;
  for (const Gap& piece : pieces) {
    if (gaps.empty() || gaps.back().over.closes < piece.over.opens) {
      gaps.push_back(piece);
    } else {
      gaps.back().over.closes = piece.over.closes;
      gaps.back().present = std::min(gaps.back().present, piece.present);
    }
  }
  return gaps;
}

std::vector<Gap> outside(std::span<const Gap> pieces, std::span<const Interval> stretches) {
  std::vector<Gap> left;
  auto next = stretches.begin();
  for (const Gap& piece : pieces) {
    Instant from = piece.over.opens;
    for (; next != stretches.end() && next->closes <= from; ++next) {
    }
    for (auto one = next; one != stretches.end() && one->opens < piece.over.closes; ++one) {
      if (from < one->opens) left.push_back({{from, one->opens}, piece.present});
      from = one->closes;
    }
    if (from < piece.over.closes) left.push_back({{from, piece.over.closes}, piece.present});
  }
  return left;
}

std::vector<Gap> opened(std::span<const Gap> before, std::span<const Gap> after) {
  std::vector<Gap> opened;
  auto known = before.begin();
  for (const Gap& gap : after) {
    Instant from = gap.over.opens;
    const auto add = [&](Instant to) {
      if (from < to) opened.push_back({{from, to}, gap.present});
    };
    for (; known != before.end() && known->over.closes <= from; ++known) {
    }
    for (auto one = known; one != before.end() && one->over.opens < gap.over.closes; ++one) {
      if (one->present > gap.present) continue;
      add(one->over.opens);
      from = std::max(from, one->over.closes);
    }
    add(gap.over.closes);
  }
  return opened;
}

}  // namespace punctual::people
