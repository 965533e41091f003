#include "app/coverage/told.h"

#include <algorithm>
#include <boost/describe.hpp>

#include "app/coverage/shown.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/text/fold.h"

namespace punctual::app {

BOOST_DESCRIBE_STRUCT(ToldCoverage, (), (text, gaps))

namespace {

/// By its name, in whatever case.
const store::PodRow* pod_called(const desk::Catalogue& catalogue, const std::string& name) {
  for (const auto& pod : catalogue.pods())
    if (pod.active && store::fold_case(pod.name) == store::fold_case(name)) return &pod;
  return nullptr;
}

std::string no_such_pod(const desk::Catalogue& catalogue, const std::string& name) {
  std::string known;
  for (const auto& pod : catalogue.pods())
    if (pod.active) known += (known.empty() ? "" : ", ") + pod.name;
  return "there is no pod \"" + name + "\"; " +
         (known.empty() ? "the desk has none yet" : "those there are: " + known);
}

}  // namespace

Told coverage_told(const HeldDesk& held, const Ask& ask, const desk::Progress&) {
  const auto wanted = ask.coverage.value_or(CoverageAsk{});
  auto& session = held.desk.reader();
  if (!held.desk.has_catalogue()) {
    if (!desk::has_profile(session)) return {{}, "the data folder holds no desk yet"};
    held.desk.reload(session);
  }
  const store::Snapshot snapshot(session);
  const auto catalogue = held.desk.catalogue();
  std::optional<PodId> asked;
  if (!wanted.pod.empty()) {
    const auto* pod = pod_called(*catalogue, wanted.pod);
    if (!pod) return {{}, no_such_pod(*catalogue, wanted.pod)};
    asked = pod->id;
  }
  const auto now = held.now();
  // Programs join and cut as they like: they are told the whole of a gap.
  auto pods = desk::coverage(*catalogue, asked, std::chrono::weeks{wanted.weeks}, now,
                             wanted.json ? people::Cut::nowhere : people::Cut::by_plan);
  // Programs are told of the desk as a whole only where they ask for it.
  if (wanted.json && !wanted.desk) std::erase_if(pods, [](const auto& one) { return !one.pod; });
  const ShownCoverage shown{
      *catalogue,
      session,
      {std::chrono::floor<std::chrono::minutes>(now), now + std::chrono::weeks{wanted.weeks}}};
  return {json::to_json(
              ToldCoverage{wanted.json ? shown.as_json(pods) : shown.as_text(pods),
                           std::ranges::any_of(pods, [](const auto& one) { return !one.gaps.empty(); })}),
          {}};
}

std::optional<ToldCoverage> told_coverage(const std::string& result) {
  auto told = json::from_json<ToldCoverage>(result);
  return told ? std::optional(*std::move(told)) : std::nullopt;
}

}  // namespace punctual::app
