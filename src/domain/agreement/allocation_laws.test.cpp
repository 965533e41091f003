// Laws that hold for every agreement and all work. A failure names its seed.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "domain/agreement/charged_periods.h"
#include "domain/agreement/periods.h"
#include "domain/agreement/random_agreement.test.h"
#include "domain/agreement/rounding.h"

namespace punctual::agreement {
namespace {

using Outcome = Line::Outcome;

/// Whatever names lines but the entry they come from.
using Total = std::map<std::tuple<Date, TicketId, std::string, bool, Outcome, std::int64_t, Date>,
                       std::pair<Minutes, std::int64_t>>;
Total totals(const Allocation& allocation) {
  Total found;
  for (const Line& line : allocation.lines) {
    auto& [minutes, price] =
        found[{line.counted, line.ticket, line.kind, line.outside, line.outcome, line.estimate, line.month}];
    minutes += line.minutes;
    price += line.price ? line.price->minor : 0;
  }
  return found;
}

RC_GTEST_PROP(AllocationLaws, NoMinuteIsLostOrCountedTwice, ()) {
  const auto agreement = chance::agreement();
  const auto work = chance::work();
  std::map<std::int64_t, Minutes> counted;
  Minutes weighted_minutes = 0;
  for (const Line& line : chance::allocated(agreement, work).lines) {
    RC_ASSERT(line.minutes > 0);
    counted[line.entry] += line.minutes;
    weighted_minutes += line.minutes;
  }
  std::map<const Terms*, Minutes> outside;
  Minutes expected = 0;
  for (const Entry& entry : work.entries) {
    const auto* terms = agreement.at(entry.on);
    const Minutes worked = entry.inside + entry.outside;
    const Minutes rounded = terms ? rounded_entry(worked, terms->rounding) : worked;
    const bool weighs = terms && terms->outside_percent != 100 && entry.outside > 0;
    if (!weighs) RC_ASSERT(counted[entry.id] == rounded);
    const Minutes inside = entry.inside > 0 ? rounded - entry.outside : 0;
    expected += terms ? inside : rounded;
    if (terms) outside[terms] += rounded - inside;
  }
  for (const auto& [terms, minutes] : outside) expected += weighted(minutes, terms->outside_percent);
  RC_ASSERT(weighted_minutes == expected);
}

RC_GTEST_PROP(AllocationLaws, TheOrderInWhichWorkIsWrittenDownChangesNothing, ()) {
  const auto agreement = chance::agreement();
  auto work = chance::work();
  const auto before = totals(chance::allocated(agreement, work));
  auto shuffled = work;
  for (std::size_t i = shuffled.entries.size(); i > 1; --i)
    std::swap(shuffled.entries[i - 1],
              shuffled.entries[static_cast<std::size_t>(chance::number(0, static_cast<int>(i)))]);
  // Written down in another order they have other ids.
  for (std::size_t i = 0; i < shuffled.entries.size(); ++i)
    shuffled.entries[i].id = static_cast<std::int64_t>(i) + 100;
  std::ranges::reverse(shuffled.approvals);
  std::ranges::reverse(shuffled.missed);
  RC_ASSERT(totals(chance::allocated(agreement, shuffled)) == before);
}

RC_GTEST_PROP(AllocationLaws, NothingIsUsedThatWasNotGrantedNorWhenItMayNot, ()) {
  const auto agreement = chance::agreement();
  const auto work = chance::work();
  const auto allocation = chance::allocated(agreement, work);
  std::vector<Minutes> used(allocation.grants.size());
  std::map<std::int64_t, Minutes> approved;
  std::map<Date, Minutes> overage;
  std::map<Date, std::optional<Minutes>> limit;  // of terms that change within a month the largest
  for (const Line& line : allocation.lines) {
    RC_ASSERT((line.outcome == Outcome::allowance) == line.grant.has_value());
    RC_ASSERT((line.outcome == Outcome::charged) == line.price.has_value());
    if (line.grant) {
      used[*line.grant] += line.minutes;
      RC_ASSERT(allocation.grants[*line.grant].usable(line.counted));
    }
    if (line.outcome == Outcome::charged && line.decided == Term::approval)
      approved[line.estimate] += line.minutes;
    for (const Approval& one : work.approvals)
      if (line.estimate == one.estimate)
        RC_ASSERT(line.ticket == one.ticket &&
                  line.month == std::max(month_of(line.counted), month_of(one.on)));
    if (line.outcome == Outcome::charged && line.decided == Term::overage) {
      overage[line.month] += line.minutes;
      const auto most = agreement.at(line.on)->overage;
      auto& known = limit.emplace(line.month, most).first->second;
      known = known && most ? std::optional(std::max(*known, *most)) : std::nullopt;
    }
    RC_ASSERT(line.month >= month_of(line.counted) && line.counted >= line.on);
  }
  RC_ASSERT(used == allocation.used);
  for (std::size_t i = 0; i < used.size(); ++i) RC_ASSERT(used[i] <= allocation.grants[i].minutes);
  for (const Approval& one : work.approvals) {
    RC_ASSERT(approved[one.estimate] <= one.minutes);
    if (!one.most) continue;
    std::map<std::int64_t, Minutes> at_rate;
    std::int64_t cost = 0;
    for (const Line& line : allocation.lines)
      if (line.estimate == one.estimate && line.rate > 0) at_rate[line.rate] += line.minutes;
    for (const auto& [rate, minutes] : at_rate) cost += price(minutes, rate);
    RC_ASSERT(cost <= one.most->minor);  // nobody is charged more than they approved
  }
  for (const auto& [month, minutes] : overage)
    if (limit[month]) RC_ASSERT(minutes <= *limit[month]);
}

RC_GTEST_PROP(AllocationLaws, NobodyIsChargedWhatTheyHavePaidNorHeldWhatTheyAgreedTo, ()) {
  const auto agreement = chance::agreement();
  const auto work = chance::work();
  const auto allocation = chance::allocated(agreement, work);
  std::map<std::int64_t, std::map<std::int64_t, Minutes>> spent;  // by estimate and rate
  for (const Line& line : allocation.lines)
    if (line.estimate) spent[line.estimate][line.rate] += line.minutes;
  const auto is_used_up = [&](const Approval& one, const Line& line) {
    Minutes minutes = 0;
    std::int64_t cost = 0;
    auto with_one_more = spent[one.estimate];
    for (const auto& [rate, taken] : with_one_more) minutes += taken;
    if (minutes == one.minutes) return true;
    ++with_one_more[line.rate];
    for (const auto& [rate, taken] : with_one_more) cost += price(taken, rate);
    const auto currency = agreement.at(line.on)->currency;
    return one.most && line.rate > 0 && (one.most->currency != currency || cost > one.most->minor);
  };
  for (const Line& line : allocation.lines) {
    const auto* terms = agreement.at(line.on);
    const bool beyond = line.outcome == Outcome::charged || line.outcome == Outcome::held;
    if (!beyond) continue;
    const auto passed = [&](Term term) {
      return std::ranges::find(line.passed, term, &std::pair<Term, Passed>::first) != line.passed.end();
    };
    RC_ASSERT(passed(Term::tier) || passed(Term::kind) || passed(Term::allowance));
    // At the end nothing is left of what covers work of that date and was granted when it was done.
    if (passed(Term::allowance))
      for (std::size_t i = 0; i < allocation.grants.size(); ++i)
        if (allocation.grants[i].usable(line.counted))
          RC_ASSERT(allocation.used[i] == allocation.grants[i].minutes);
    if (line.outcome != Outcome::held) continue;
    RC_ASSERT(passed(Term::approval) && passed(Term::overage));
    bool waits = false;
    for (const Approval& one : work.approvals) {
      if (one.ticket != line.ticket) continue;
      waits = waits || one.waits(line.ticket, line.counted);
      const bool is_for = one.kinds.empty() || &terms->kind(one.kinds[0]) == &terms->kind(line.kind);
      if (is_for) RC_ASSERT(is_used_up(one, line));
    }
    RC_ASSERT(waits || terms->overage);
  }
}

RC_GTEST_PROP(AllocationLaws, AnEntryAndItsPartsAreTheSameButForTheRoundingOfEntries, ()) {
  const auto agreement = chance::agreement(chance::Rounded::never);
  const auto work = chance::work();
  RC_PRE(!work.entries.empty());
  auto split = work;
  auto& whole =
      split.entries[static_cast<std::size_t>(chance::number(0, static_cast<int>(split.entries.size())))];
  auto part = whole;
  part.id = 1000;
  part.inside = chance::number(0, static_cast<int>(whole.inside) + 1);
  part.outside = chance::number(0, static_cast<int>(whole.outside) + 1);
  whole.inside -= part.inside;
  whole.outside -= part.outside;
  split.entries.push_back(part);
  RC_ASSERT(totals(chance::allocated(agreement, split)) == totals(chance::allocated(agreement, work)));
}

/// So a statement that was sent stays true: what was held may be charged in a later month, all else is as it
/// was.
RC_GTEST_PROP(AllocationLaws, WhatComesLaterChangesNothingOfAMonthThatIsOver, ()) {
  const auto agreement = chance::agreement();
  const auto work = chance::work();
  const Date over = month_of(chance::date());
  auto until_then = work;
  std::erase_if(until_then.entries, [&](const Entry& one) { return one.counts() >= over; });
  for (Approval& one : until_then.approvals) {
    if (one.on >= over) one.minutes = 0;
    if (one.asked && *one.asked >= over) one.asked.reset();
    if (one.withdrawn && *one.withdrawn >= over) one.withdrawn.reset();
  }
  std::erase_if(until_then.missed, [&](const Missed& one) { return one.on >= over; });
  // Nor what is agreed later: other terms, an end, more that is bought.
  auto then = agreement;
  std::erase_if(then.bought, [&](const TopUp& one) { return one.on >= over; });
  std::erase_if(then.versions, [&](const Terms& one) { return one.from >= over; });
  if (then.end && *then.end >= over) then.end.reset();
  RC_PRE(!then.versions.empty());
  const auto stated = [&](const Allocation& allocation) {
    auto found = totals(allocation);
    std::erase_if(found, [&](const auto& one) {
      return std::get<6>(one.first) >= over || std::get<4>(one.first) == Outcome::held;
    });
    return found;
  };
  const auto at_that_time = chance::allocated(then, until_then);
  const auto later = chance::allocated(agreement, work);
  RC_ASSERT(stated(at_that_time) == stated(later));
  // Nor what had been granted, nor what was due for periods that had begun.
  const auto granted = [&](const Allocation& allocation) {
    std::vector<std::tuple<Grant::Source, Date, Minutes>> found;
    for (const Grant& one : allocation.grants)
      if (one.from < over) found.emplace_back(one.source, one.from, one.minutes);
    std::ranges::sort(found);
    return found;
  };
  RC_ASSERT(granted(at_that_time) == granted(later));
  RC_ASSERT(fees(then, chance::first_day, over) == fees(agreement, chance::first_day, over));
}

RC_GTEST_PROP(AllocationLaws, LinesOfAMonthSumToThePriceOfItsMinutes, ()) {
  const auto agreement = chance::agreement();
  std::map<std::tuple<Date, Currency, std::int64_t>, std::pair<Minutes, std::int64_t>> sums;
  for (const Line& line : chance::allocated(agreement, chance::work()).lines) {
    if (!line.price) continue;
    auto& [minutes, sum] = sums[{line.month, line.price->currency, line.rate}];
    minutes += line.minutes;
    sum += line.price->minor;
    RC_ASSERT(line.price->minor >= 0);
  }
  for (const auto& [of, sum] : sums) RC_ASSERT(sum.second == price(sum.first, std::get<2>(of)));
}

}  // namespace
}  // namespace punctual::agreement
