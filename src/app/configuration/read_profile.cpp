#include <algorithm>

#include "app/configuration/sections.h"
#include "desk/commands/submit.h"

namespace punctual::app {

namespace {

constexpr TextRule words{.most = 2000, .required = false, .lines = true};
constexpr TextRule answer{.most = 20'000, .required = true, .lines = true};
constexpr std::size_t most_steps = 10;
constexpr std::size_t most_questions = 100;

bool is_colour(std::string_view text) {
  return text.size() == 7 && text.front() == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

void read_desk(TomlTable& table, desk::Profile& profile) {
  profile.name = table.text("name", {});
  profile.title = table.text("title", {.required = false});
  profile.greeting = table.text("greeting", {.most = 1000, .required = false});
  profile.colour = table.text("colour", {.most = 20});
  if (!profile.colour.empty() && !is_colour(profile.colour))
    table.refuse("colour", "\"" + profile.colour + "\" is no colour; write it like #0f5c5c");
  const auto goal = table.text("goal", {.most = 20});
  if (const auto target = parse_target(goal); target && target->amount > 0)
    profile.goal = *target;
  else if (!goal.empty())
    table.refuse("goal", "\"" + goal + "\" is no length of time; write it like 1h, 30m or 1bd");
  profile.unknown_policy = table.text("policy", {});
  profile.availability = table.text("availability", words);
  profile.out_of_hours = table.text("out_of_hours", words);
}

void read_tiers(TomlTable& file, desk::Profile& profile) {
  std::size_t count = 0;
  file.tables("tiers", 4, [&](TomlTable& table, std::size_t i) {
    count = i + 1;
    profile.tiers[i] = {table.text("title", {}), table.text("meaning", {.most = 1000})};
  });
  if (!file.has("tiers") || (count > 0 && count < 4))
    file.refuse("tiers", "a desk has four; write [[tiers]] four times, the most severe first");
}

void read_stage(TomlTable& stage, people::EscalationTable& table) {
  const auto refusals = stage.refusals();
  auto& read = table.emplace_back();
  if (!stage.has("percent")) stage.refuse("percent", "is missing; write how much of the time has passed");
  read.percent = static_cast<int>(stage.whole("percent", 1, 100).value_or(0));
  for (const auto& name : stage.texts("tell", {})) {
    if (const auto addressee = people::addressee_from(name))
      read.tells.push_back(*addressee);
    else if (!name.empty())
      stage.refuse("tell",
                   "\"" + name + "\" is told nothing; write assignee, pod_lead, coordinators or managers");
  }
  if (stage.refusals() != refusals) return;
  const auto place = "stages[" + std::to_string(table.size() - 1) + "].";
  for (const auto& wrong : problems_of(table))
    if (wrong.place.starts_with(place))
      stage.refuse(wrong.place.ends_with("percent") ? "percent" : "tell",
                   wrong.problem + "; " + wrong.remedy);
}

}  // namespace

void read_profile(TomlTable& file, desk::Profile& profile) {
  if (!file.has("desk")) file.refuse("desk", "is missing; begin with [desk] and its name");
  file.table("desk", [&](TomlTable& table) { read_desk(table, profile); });
  read_tiers(file, profile);
  file.tables("steps", most_steps, [&](TomlTable& table, std::size_t) {
    profile.steps.push_back({table.text("title", {}), table.text("text", {.most = 1000})});
  });
  file.tables("faq", most_questions, [&](TomlTable& table, std::size_t) {
    profile.questions.push_back({table.text("question", {}), table.text("answer", answer)});
  });
  if (file.has("escalation")) profile.escalation.clear();
  file.tables("escalation", people::most_stages,
              [&](TomlTable& stage, std::size_t) { read_stage(stage, profile.escalation); });
  file.table("limits", [&](TomlTable& table) {
    if (const auto most = table.whole("forms_per_network", 1, 1'000'000))
      profile.forms_per_network = static_cast<int>(*most);
  });
}

}  // namespace punctual::app
