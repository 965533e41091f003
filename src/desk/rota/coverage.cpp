#include "desk/rota/coverage.h"

#include <algorithm>

namespace punctual::desk {
namespace {

using people::Cause;

PodCoverage covered(people::RotaCoverage& coverage, const people::Rota::Pod& pod, std::string name,
                    people::Cut cut) {
  PodCoverage found{pod.id, std::move(name), pod.needed, Seconds{0},
                    coverage.gaps(pod, coverage.pieces(pod), cut)};
  for (const auto& gap : found.gaps) found.missing += gap.gap.over.length();
  return found;
}

std::string words_of(const Catalogue& catalogue, const Cause& cause, bool others, int needed) {
  const auto* person = catalogue.person(cause.person);
  const std::string name = person ? person->name : "somebody";
  switch (cause.kind) {
    case Cause::Kind::nobody:
      return "it has no members";
    case Cause::Kind::week:
      if (needed == 1) return others ? "nobody else's week has it" : "nobody's week has it";
      return others ? "too few others' weeks have it" : "too few people's weeks have it";
    case Cause::Kind::holiday:
      return cause.name;
    case Cause::Kind::time_off:
      return name + " has time off";
    case Cause::Kind::absence:
      return name + " is absent";
    case Cause::Kind::swap:
      return name + " swapped it away";
  }
  return {};
}

}  // namespace

std::vector<PodCoverage> coverage(const Catalogue& catalogue, std::optional<PodId> asked,
                                  std::chrono::weeks length, Instant now, people::Cut cut) {
  const auto rota = rota_of(catalogue, now);
  const auto from = std::chrono::floor<std::chrono::minutes>(now);
  people::RotaCoverage coverage(rota, {from, from + length});
  std::vector<PodCoverage> pods;
  for (const auto& pod : rota.pods)
    if (!asked || pod.id == *asked) pods.push_back(covered(coverage, pod, catalogue.pod(pod.id)->name, cut));
  if (!asked) pods.push_back(covered(coverage, rota.whole_desk(), "", cut));
  return pods;
}

Dangers::Dangers(const Catalogue& catalogue, store::Session& session, const Interval& over)
    : catalogue_(catalogue), dues_(session, over, [&](ClientId id, PodId given) {
        const auto* client = catalogue.client(id);
        return given || !client ? given : client->pod.value_or(PodId{});
      }) {}

std::vector<Endangered> Dangers::of(PodId pod, const people::RecurringGap& gap) const {
  std::vector<Endangered> endangered;
  const auto policy_of = [&](ClientId id) {
    const auto* client = catalogue_.client(id);
    return client ? client->policy : catalogue_.profile().unknown_policy;
  };
  for (const ClientId id : gap.first.endangered) endangered.push_back({id, policy_of(id), {}});
  std::ranges::sort(endangered, {},
                    [&](const Endangered& one) { return catalogue_.client(one.client)->name; });
  std::vector<store::DueRow> dues;
  for (const Interval& time : gap.times)
    std::ranges::copy(dues_.in(pod, time, most_endangered - dues.size()), std::back_inserter(dues));
  for (const auto& due : dues) {
    auto one = std::ranges::find(endangered, due.client, &Endangered::client);
    if (one == endangered.end())
      one = endangered.insert(endangered.end(), {due.client, policy_of(due.client), {}});
    one->tickets.push_back(due.id);
  }
  return endangered;
}

std::string cause_words(const Catalogue& catalogue, const std::vector<Cause>& causes, int needed) {
  std::string words;
  // Who is missing comes first, then what was never planned.
  for (auto cause = causes.rbegin(); cause != causes.rend(); ++cause)
    words += (words.empty() ? "" : "; ") + words_of(catalogue, *cause, causes.size() > 1, needed);
  return words;
}

}  // namespace punctual::desk
