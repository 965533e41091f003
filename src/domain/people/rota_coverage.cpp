#include "domain/people/rota_coverage.h"

#include <algorithm>

#include "domain/calendar/merge.h"

namespace punctual::people {

RotaCoverage::RotaCoverage(const Rota& rota, Interval over)
    : rota_(rota), over_(over), known_(rota.workers.size()) {
  for (const Worker& worker : rota.workers) workers_.emplace_back(worker.id, &worker);
  std::ranges::sort(workers_);
}

std::vector<Gap> RotaCoverage::pieces(const Rota::Pod& pod) {
  const auto members = members_of(pod);
  Steps steps;
  for (const auto& [week, people] : weeks_of(members)) steps.add(week->planned(), people);
  std::vector<Step> differences;
  for (const auto& [worker, week] : members) {
    auto& own = known(*worker).differences;
    if (!own) week->add_differences(*worker, own.emplace());
    differences.insert(differences.end(), own->begin(), own->end());
  }
  steps.add_unsorted(std::move(differences));
  return lacking(promised_by(pod), std::move(steps).take(), pod.needed);
}

std::vector<CoverageGap> RotaCoverage::gaps(const Rota::Pod& pod, std::span<const Gap> pieces) {
  std::vector<CoverageGap> gaps;
  if (pieces.empty()) return gaps;
  std::vector<const Promise*> promises;  // each once
  std::vector<std::pair<ClientId, std::size_t>> promised;
  for (const auto& client : rota_.clients) {
    if (!pod.serves(client)) continue;
    const auto* promise = &promise_of(client.promised);
    const auto place = std::ranges::find(promises, promise) - promises.begin();
    if (place == std::ssize(promises)) promises.push_back(promise);
    promised.emplace_back(client.id, static_cast<std::size_t>(place));
  }
  const GapCauses causes(members_of(pod), pod.needed, over_);
  std::vector<bool> endangered(promises.size());
  for (const Gap& gap : joined(pieces)) {
    CoverageGap told{gap, causes.of(gap), {}};
    for (std::size_t i = 0; i < promises.size(); ++i) endangered[i] = meets(promises[i]->open, gap.over);
    for (const auto& [client, promise] : promised)
      if (endangered[promise]) told.endangered.push_back(client);
    gaps.push_back(std::move(told));
  }
  return gaps;
}

std::vector<Member> RotaCoverage::members_of(const Rota::Pod& pod) {
  std::vector<Member> members;
  for (const PersonId id : pod.members)
    if (const Worker* one = worker(id)) members.push_back({one, week_of(*one)});
  return members;
}

const Worker* RotaCoverage::worker(PersonId id) const {
  const auto found = std::ranges::lower_bound(workers_, id, {}, &std::pair<PersonId, const Worker*>::first);
  return found != workers_.end() && found->first == id ? found->second : nullptr;
}

RotaCoverage::Known& RotaCoverage::known(const Worker& worker) {
  return known_[static_cast<std::size_t>(&worker - rota_.workers.data())];
}

SharedWeek* RotaCoverage::week_of(const Worker& worker) {
  auto& own = known(worker).week;
  for (auto week = weeks_.begin(); !own && week != weeks_.end(); ++week)
    if (week->of(worker)) own = &*week;
  if (!own) own = &weeks_.emplace_back(worker, over_);
  return own;
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
