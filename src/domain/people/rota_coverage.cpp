#include "domain/people/rota_coverage.h"

#include <algorithm>

#include "domain/calendar/merge.h"

namespace punctual::people {

std::vector<Gap> RotaCoverage::pieces(const Rota::Pod& pod) {
  const auto members = members_of(pod);
  Steps steps;
  for (const auto& [week, people] : weeks_of(members)) steps.add(week->planned(), people);
  std::vector<Step> differences;
  for (const auto& [worker, week] : members) week->add_differences(*worker, differences);
  steps.add_unsorted(std::move(differences));
  return lacking(promised_by(pod), std::move(steps).take(), pod.needed);
}

std::vector<CoverageGap> RotaCoverage::gaps(const Rota::Pod& pod, std::span<const Gap> pieces) {
  std::vector<CoverageGap> gaps;
  if (pieces.empty()) return gaps;
  std::vector<std::pair<ClientId, const Promise*>> promises;
  for (const auto& client : rota_.clients)
    if (pod.serves(client)) promises.emplace_back(client.id, &promise_of(client.promised));
  const GapCauses causes(members_of(pod), pod.needed, over_);
  for (const Gap& gap : joined(pieces)) {
    CoverageGap told{gap, causes.of(gap), {}};
    for (const auto& [client, promise] : promises)
      if (meets(promise->open, gap.over)) told.endangered.push_back(client);
    gaps.push_back(std::move(told));
  }
  return gaps;
}

std::vector<Member> RotaCoverage::members_of(const Rota::Pod& pod) {
  std::vector<Member> members;
  for (const PersonId id : pod.members)
    if (const Worker* worker = rota_.worker(id)) members.push_back({worker, &week_of(*worker)});
  return members;
}

SharedWeek& RotaCoverage::week_of(const Worker& worker) {
  for (SharedWeek& week : weeks_)
    if (week.of(worker)) return week;
  return weeks_.emplace_back(worker, over_);
}

const RotaCoverage::Promise& RotaCoverage::promise_of(const Calendar& calendar) {
  for (const Promise& promise : promises_)
    if (promise.calendar.same_as(calendar)) return promise;
  return promises_.emplace_back(calendar, calendar.intervals(over_.opens, over_.closes));
}

std::vector<Interval> RotaCoverage::promised_by(const Rota::Pod& pod) {
  std::vector<const Promise*> promises;
  const auto add = [&](const Calendar& calendar) {
    const Promise* promise = &promise_of(calendar);
    if (std::ranges::find(promises, promise) == promises.end()) promises.push_back(promise);
  };
  for (const auto& client : rota_.clients)
    if (pod.serves(client)) add(client.promised);
  if (promises.empty() || !pod.id) add(rota_.desk_hours);
  std::vector<Interval> promised;
  for (const Promise* promise : promises)
    promised.insert(promised.end(), promise->open.begin(), promise->open.end());
  return merged(std::move(promised));
}

}  // namespace punctual::people
