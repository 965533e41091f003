#include "app/coverage/shown.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/describe.hpp>

#include "app/coverage/gap_words.h"
#include "desk/text/wording.h"
#include "store/json/write.h"

namespace punctual::app {

namespace {

struct EndangeredJson {
  json::Nullable<std::string> client;
  std::string policy;
  std::vector<std::string> tickets;
};
BOOST_DESCRIBE_STRUCT(EndangeredJson, (), (client, policy, tickets))

struct GapJson {
  Instant from{};
  Instant to{};
  std::string cause;
  std::vector<EndangeredJson> endangers;
};
BOOST_DESCRIBE_STRUCT(GapJson, (), (from, to, cause, endangers))

struct PodJson {
  json::Nullable<std::string> pod;
  std::int64_t gap_minutes = 0;
  std::vector<GapJson> gaps;
};
BOOST_DESCRIBE_STRUCT(PodJson, (), (pod, gap_minutes, gaps))

struct CoverageJson {
  std::vector<PodJson> pods;
};
BOOST_DESCRIBE_STRUCT(CoverageJson, (), (pods))

std::vector<std::string> refs_of(const std::vector<TicketId>& tickets) {
  std::vector<std::string> refs;
  for (const TicketId id : tickets) refs.push_back(desk::ref_of(id));
  return refs;
}

bool serves_anybody(const desk::Catalogue& catalogue, PodId pod) {
  return std::ranges::any_of(catalogue.clients(),
                             [&](const auto& client) { return client.active && client.pod == pod; });
}

}  // namespace

std::string ShownCoverage::as_text(std::span<const desk::PodCoverage> pods) const {
  std::string all;
  const desk::Dangers dangers(catalogue, session, over);
  for (const auto& pod : pods) {
    all += fmt::format("{}{}: ", all.empty() ? "" : "\n\n", pod.pod ? pod.name : "The desk as a whole");
    all += pod.gaps.empty() ? "no gap"
                            : fmt::format("{}, {} of what is promised, {} needed",
                                          text::count_words(std::ssize(pod.gaps), "gap", "gaps"),
                                          text::duration_words(pod.missing), pod.needed);
    if (pod.pod && !pod.gaps.empty() && !serves_anybody(catalogue, pod.pod))
      all += "\n  It has no clients yet: the desk's hours are counted.";
    for (const auto& gap : people::recurring(pod.gaps, catalogue.zone())) {
      all += "\n  " + gap_words(catalogue, gap, pod.needed, over.opens);
      for (const auto& one : dangers.of(pod.pod, gap)) {
        const auto* client = catalogue.client(one.client);
        all += fmt::format("\n    endangers {} ({})", client ? client->name : "who is no client", one.policy);
        if (!one.tickets.empty()) all += ": " + desk::refs_of(one.tickets, desk::most_endangered);
      }
    }
  }
  return all + fmt::format("{}Times are those of {}.", all.empty() ? "" : "\n\n", catalogue.zone().name());
}

std::string ShownCoverage::as_json(std::span<const desk::PodCoverage> pods) const {
  CoverageJson json;
  const desk::Dangers dangers(catalogue, session, over);
  for (const auto& pod : pods) {
    auto& one = json.pods.emplace_back();
    if (pod.pod) one.pod = pod.name;
    one.gap_minutes = std::chrono::duration_cast<std::chrono::minutes>(pod.missing).count();
    for (const auto& gap : pod.gaps) {
      GapJson told{
          gap.gap.over.opens, gap.gap.over.closes, desk::cause_words(catalogue, gap.causes, pod.needed), {}};
      for (const auto& in_danger : dangers.of(pod.pod, {gap, {gap.gap.over}})) {
        EndangeredJson entry{{}, in_danger.policy, refs_of(in_danger.tickets)};
        if (const auto* client = catalogue.client(in_danger.client)) entry.client = client->name;
        told.endangers.push_back(std::move(entry));
      }
      one.gaps.push_back(std::move(told));
    }
  }
  return json::to_json(json);
}

}  // namespace punctual::app
