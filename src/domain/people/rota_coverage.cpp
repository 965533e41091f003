#include "domain/people/rota_coverage.h"

#include <algorithm>

#include "domain/calendar/merge.h"

namespace punctual::people {

RotaCoverage::RotaCoverage(const Rota& rota, Interval over)
    : rota_(rota), over_(over), known_(rota.workers.size()) {
  for (std::size_t place = 0; place < rota.workers.size(); ++place)
    places_.emplace_back(rota.workers[place]->id, place);
  std::ranges::sort(places_);
}

std::vector<Gap> RotaCoverage::pieces(const Rota::Pod& pod) {
  // Of everybody nobody is there only where nobody of each pod is.
  if (!pod.id && pod.needed == 1 && pod.members.size() == rota_.workers.size()) {
    std::vector<Gap> pieces;
    for (const Interval& nobody : both(promised_by(pod), nobody_of_the_desk())) pieces.push_back({nobody, 0});
    return pieces;
  }
  const auto steps = steps_of(pod.members);
  if (pod.id) nobody_.try_emplace(pod.id, nobody_there(steps, over_));
  return lacking(promised_by(pod), steps, pod.needed);
}

std::vector<Interval> RotaCoverage::nobody_of_the_desk() {
  std::set<PersonId> others;
  for (const auto& worker : rota_.workers) others.insert(worker->id);
  std::vector<Interval> nobody{over_};
  for (const Rota::Pod& pod : rota_.pods) {
    nobody = both(nobody, nobody_of(pod));
    for (const PersonId id : pod.members) others.erase(id);
  }
  const std::vector<PersonId> in_no_pod(others.begin(), others.end());
  return both(nobody, nobody_there(steps_of(in_no_pod), over_));
}

const std::vector<Interval>& RotaCoverage::nobody_of(const Rota::Pod& pod) {
  const auto known = nobody_.find(pod.id);
  if (known != nobody_.end()) return known->second;
  return nobody_.emplace(pod.id, nobody_there(steps_of(pod.members), over_)).first->second;
}

std::span<const Step> RotaCoverage::steps_of(std::span<const PersonId> people) {
  const auto places = places_of(people);
  const auto planned = planned_by(weeks_of(members_at(places)));
  steps_.clear();
  steps_.add(planned);
  for (const auto place : places)
    if (const auto& own = differences_of(place); !own.empty()) steps_.add(own);
  return steps_.sorted();
}

std::span<const Step> RotaCoverage::planned_by(Weeks weeks) {
  std::ranges::sort(weeks);
  const auto [known, fresh] = planned_.try_emplace(std::move(weeks));
  if (fresh) {
    steps_.clear();
    for (const auto& [week, people] : known->first) steps_.add(week->planned(), people);
    const auto sorted = steps_.sorted();
    known->second.assign(sorted.begin(), sorted.end());
  }
  return known->second;
}

std::vector<CoverageGap> RotaCoverage::gaps(const Rota::Pod& pod, std::span<const Gap> pieces, Cut cut) {
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
  const auto whole = joined(pieces);
  const GapCauses causes(members_at(places_of(pod.members)), pod.needed, whole);
  std::vector<bool> endangered(promises.size());
  for (const Gap& gap : cut == Cut::by_plan ? causes.cut_by_plan(pieces) : whole) {
    CoverageGap told{gap, causes.of(gap), {}};
    for (std::size_t i = 0; i < promises.size(); ++i) endangered[i] = meets(promises[i]->open, gap.over);
    for (const auto& [client, promise] : promised)
      if (endangered[promise]) told.endangered.push_back(client);
    gaps.push_back(std::move(told));
  }
  return gaps;
}

std::vector<std::size_t> RotaCoverage::places_of(std::span<const PersonId> people) const {
  std::vector<std::size_t> places;
  for (const PersonId id : people) {
    const auto found = std::ranges::lower_bound(places_, id, {}, &std::pair<PersonId, std::size_t>::first);
    if (found != places_.end() && found->first == id) places.push_back(found->second);
  }
  return places;
}

std::vector<Member> RotaCoverage::members_at(std::span<const std::size_t> places) {
  std::vector<Member> members;
  for (const auto place : places) members.push_back({rota_.workers[place].get(), week_of(place)});
  return members;
}

SharedWeek* RotaCoverage::week_of(std::size_t place) {
  const Worker& worker = *rota_.workers[place];
  auto& own = known_[place].week;
  for (auto week = weeks_.begin(); !own && week != weeks_.end(); ++week)
    if (week->of(worker)) own = &*week;
  if (!own) own = &weeks_.emplace_back(worker, over_);
  return own;
}

const std::vector<Step>& RotaCoverage::differences_of(std::size_t place) {
  auto& own = known_[place].differences;
  if (!own) own = week_of(place)->differences(*rota_.workers[place]);
  return *own;
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
