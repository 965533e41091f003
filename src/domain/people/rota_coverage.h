#pragma once

#include <deque>
#include <map>
#include <set>

#include "domain/people/gap_causes.h"
#include "domain/people/rota.h"

namespace punctual::people {

/// A Friday that is lost beside a weekend nobody's week has is one gap; by_plan makes two of it.
enum class Cut { nowhere, by_plan };

/// Counts the coverage of a rota's pods over one time. Quick for many of them: weeks that several people have
/// and calendars that several clients were promised are read once. The rota stays where it is, unchanged.
class RotaCoverage {
 public:
  RotaCoverage(const Rota& rota, Interval over);

  /// What the pod's clients were promised together; the desk's hours where it has none. For the whole desk
  /// both.
  const std::vector<Interval>& promised_by(const Rota::Pod& pod);
  /// Where fewer are at work than the pod needs: ascending, apart or touching, a piece for each number of
  /// people.
  std::vector<Gap> pieces(const Rota::Pod& pod);
  /// The pieces, which lie within the time, joined; with what they come from and whom they endanger.
  std::vector<CoverageGap> gaps(const Rota::Pod& pod, std::span<const Gap> pieces, Cut cut = Cut::nowhere);

 private:
  struct Promise {
    Calendar calendar;
    std::vector<Interval> open;
  };
  /// What is known of a worker, once it was asked for.
  struct Known {
    SharedWeek* week = nullptr;
    std::optional<std::vector<Step>> differences{};
  };
  using Weeks = std::vector<std::pair<SharedWeek*, int>>;

  /// Of those who work here, in the rota.
  std::vector<std::size_t> places_of(std::span<const PersonId> people) const;
  std::vector<Member> members_at(std::span<const std::size_t> places);
  SharedWeek* week_of(std::size_t place);
  const std::vector<Step>& differences_of(std::size_t place);
  const Promise& promise_of(const Calendar& calendar);
  /// Who comes and goes; holds until the next call.
  std::span<const Step> steps_of(std::span<const PersonId> people);
  std::span<const Step> planned_by(Weeks weeks);
  const std::vector<Interval>& nobody_of(const Rota::Pod& pod);
  std::vector<Interval> nobody_of_the_desk();

  const Rota& rota_;
  Interval over_;
  std::deque<SharedWeek> weeks_;
  std::vector<std::pair<PersonId, std::size_t>> places_;  // in the rota, by id
  std::vector<Known> known_;                              // by that place
  Steps steps_;
  std::map<Weeks, std::vector<Step>> planned_;  // of so many people with these weeks
  std::map<PodId, std::vector<Interval>> nobody_;
  std::deque<Promise> promises_;
  std::map<std::set<const Promise*>, std::vector<Interval>> promised_;  // together
};

}  // namespace punctual::people
