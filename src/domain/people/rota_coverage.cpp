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
    if (const Worker* worker = rota_.worker(id)) members.push_back({worker, week_of(*worker)});
  return members;
}

SharedWeek* RotaCoverage::week_of(const Worker& worker) {
  auto& known = week_of_[static_cast<std::size_t>(&worker - rota_.workers.data())];
  for (auto week = weeks_.begin(); !known && week != weeks_.end(); ++week)
    if (week->of(worker)) known = &*week;
  if (!known) known = &weeks_.emplace_back(worker, over_);
  return known;
}

const RotaCoverage::Promise& RotaCoverage::promise_of(const Calendar& calendar) {
  for (const Promise& promise : promises_)
    if (promise.calendar.same_as(calendar)) return promise;
  return promises_.emplace_back(calendar, calendar.intervals(over_.opens, over_.closes));
}

const std::vector<Interval>& RotaCoverage::promised_by(const Rota::Pod& pod) {
  std::set<const Promise*> promises;
  for (const auto& client : rota_.clients)
    if (pod.serves(client)) promises.insert(&promise_of(client.promised));
  if (promises.empty() || !pod.id) promises.insert(&promise_of(rota_.desk_hours));
  const auto [known, fresh] = promised_.try_emplace(promises);
  if (fresh) {
    std::vector<Interval> all;
    for (const Promise* promise : promises) all.insert(all.end(), promise->open.begin(), promise->open.end());
    known->second = merged(std::move(all));
  }
  return known->second;
}

}  // namespace punctual::people
