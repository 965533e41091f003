#include "domain/people/suggestion_reasons.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace punctual::people {
namespace {

using Kind = Reason::Kind;
using Side = Reason::Side;

/// What a reason weighs: so much, and so much for each up to so many; against somebody for each that is more.
struct Weight {
  Kind kind;
  Side side;
  int points = 0;
  int each = 0;
  int counted = 0;
};
constexpr int all = 1'000'000;
// Two tickets more, or starting three hours later, outweigh having resolved one for the client.
constexpr std::array<Weight, 16> weights{{
    {.kind = Kind::at_work_now, .side = Side::speaks_for},
    {.kind = Kind::at_work_from, .side = Side::speaks_for},
    {.kind = Kind::at_work_later, .side = Side::speaks_against, .each = -2, .counted = 24},
    {.kind = Kind::too_little_time, .side = Side::rules_out},
    {.kind = Kind::away, .side = Side::rules_out},
    {.kind = Kind::pod_member, .side = Side::speaks_for},
    {.kind = Kind::other_pod, .side = Side::speaks_against},
    {.kind = Kind::all_skills, .side = Side::speaks_for},
    {.kind = Kind::lacks_skill, .side = Side::speaks_against},
    {.kind = Kind::knows_client, .side = Side::speaks_for, .each = 5, .counted = 3},
    {.kind = Kind::knows_site, .side = Side::speaks_for, .each = 3, .counted = 3},
    {.kind = Kind::least_loaded, .side = Side::speaks_for},
    {.kind = Kind::more_loaded, .side = Side::speaks_against, .each = -4, .counted = all},
    {.kind = Kind::least_recently, .side = Side::speaks_for, .points = 2},
    {.kind = Kind::given_more, .side = Side::speaks_against, .each = -2, .counted = all},
    {.kind = Kind::other_role, .side = Side::speaks_against, .points = -15},
}};

const Weight& weight_of(Kind kind) {
  const auto& weight = weights.at(static_cast<std::size_t>(kind));
  assert(weight.kind == kind);
  return weight;
}

}  // namespace

Side side_of(Kind kind) {
  return weight_of(kind).side;
}

int points_of(const Reason& reason) {
  const auto& weight = weight_of(reason.kind);
  return weight.points + weight.each * std::min(weight.each < 0 ? reason.more : reason.count, weight.counted);
}

Presence presence_of(const Calendar& at_work, const TicketNeed& need, Instant until) {
  const auto there = at_work.next_opening(need.now);
  const auto first = there.value_or(Instant::max());
  const auto length = at_work.elapsed(need.now, until);
  if (length == Seconds{0}) return {false, first, {.kind = Kind::away, .at = there}};
  const auto enough = std::min(need.enough, until - need.now);
  if (length < enough) return {false, first, {.kind = Kind::too_little_time, .at = there, .length = length}};
  if (there == need.now) return {true, first, {.kind = Kind::at_work_now, .at = at_work.closes_at(need.now)}};
  return {true, first, {.kind = Kind::at_work_from, .at = there}};
}

std::vector<Reason> reasons_of(const Candidate& candidate, const TicketNeed& need, Reason presence,
                               const Least& least) {
  std::vector<Reason> reasons{std::move(presence)};
  if (auto& there = reasons.front(); there.kind == Kind::at_work_from) {
    there.more = static_cast<int>((*there.at - least.there) / std::chrono::hours{1});
    if (there.more > 0) there.kind = Kind::at_work_later;
  }
  reasons.push_back({.kind = candidate.colleague.in_pod ? Kind::pod_member : Kind::other_pod});
  const auto known = reasons.size();
  for (const auto& skill : need.skills)
    if (std::ranges::find(candidate.skills, skill) == candidate.skills.end())
      reasons.push_back({.kind = Kind::lacks_skill, .name = skill});
  if (!need.skills.empty() && reasons.size() == known) reasons.push_back({.kind = Kind::all_skills});
  const auto knows = [&](Kind kind, int resolved) {
    if (resolved > 0) reasons.push_back({.kind = kind, .count = resolved});
  };
  knows(Kind::knows_client, candidate.resolved_for_client);
  knows(Kind::knows_site, candidate.resolved_for_site);
  const int more = std::max(0, candidate.active_tickets - least.active_tickets);
  reasons.push_back({.kind = more == 0 ? Kind::least_loaded : Kind::more_loaded,
                     .count = candidate.active_tickets,
                     .more = more});
  // Nothing, that is never, lies before every instant.
  if (candidate.last_given <= least.given)
    reasons.push_back({.kind = Kind::least_recently, .at = candidate.last_given});
  if (candidate.given_in_7_days > least.given_in_7_days)
    reasons.push_back({.kind = Kind::given_more,
                       .count = candidate.given_in_7_days,
                       .more = candidate.given_in_7_days - least.given_in_7_days});
  if (candidate.colleague.role != Role::member)
    reasons.push_back({.kind = Kind::other_role, .role = candidate.colleague.role});
  return reasons;
}

}  // namespace punctual::people
