#include "desk/profile.h"

#include <boost/describe.hpp>
#include <stdexcept>

#include "store/json/read.h"
#include "store/json/write.h"
#include "store/policies.h"

namespace punctual::desk {

namespace {

struct Pair {
  std::string title;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Pair, (), (title, text))

struct StageJson {
  int percent = 0;
  std::vector<std::string> tell;
};
BOOST_DESCRIBE_STRUCT(StageJson, (), (percent, tell))

struct Stored {
  std::string name;
  std::string greeting;
  std::string colour;
  std::optional<std::string> hours;  // of desks whose hours had no setting of their own yet
  std::string goal;
  std::vector<Pair> tiers;
  std::vector<Pair> steps;
  std::vector<Pair> questions;
  std::string availability;
  std::string out_of_hours;
  std::string unknown_policy;
  std::optional<std::string> page_title;  // these came later
  std::optional<std::string> mail_from;
  std::optional<int> forms_per_network;
  std::optional<std::vector<StageJson>> escalation;
};
BOOST_DESCRIBE_STRUCT(Stored, (),
                      (name, greeting, colour, hours, goal, tiers, steps, questions, availability,
                       out_of_hours, unknown_policy, page_title, mail_from, forms_per_network, escalation))

constexpr std::string_view setting = "desk";

people::EscalationTable read_escalation(const std::vector<StageJson>& stored) {
  people::EscalationTable table;
  for (const StageJson& stage : stored) {
    auto& read = table.emplace_back(people::EscalationStage{stage.percent, {}});
    for (const auto& addressee : stage.tell) read.tells.push_back(people::addressee_from(addressee).value());
  }
  return table;
}

std::vector<StageJson> stored_escalation(const people::EscalationTable& table) {
  std::vector<StageJson> stored;
  for (const auto& stage : table) {
    auto& written = stored.emplace_back(StageJson{stage.percent, {}});
    for (const auto addressee : stage.tells) written.tell.emplace_back(to_text(addressee));
  }
  return stored;
}

}  // namespace

bool has_profile(store::Session& session) {
  return store::read_setting(session, setting).has_value();
}

Profile read_profile(store::Session& session) {
  const auto row = store::read_setting(session, setting);
  if (!row) throw std::runtime_error("the data folder holds no desk yet");
  const auto stored = json::from_json<Stored>(row->body);
  if (!stored || stored->tiers.size() != 4 || !parse_target(stored->goal))
    throw std::runtime_error("the desk's stored settings are damaged");
  Profile profile{.name = stored->name,
                  .title = stored->page_title.value_or(""),
                  .greeting = stored->greeting,
                  .colour = stored->colour,
                  .goal = *parse_target(stored->goal),
                  .tiers = {},
                  .steps = {},
                  .questions = {},
                  .availability = stored->availability,
                  .out_of_hours = stored->out_of_hours,
                  .unknown_policy = stored->unknown_policy};
  profile.mail_from = stored->mail_from.value_or(profile.mail_from);
  profile.forms_per_network = stored->forms_per_network.value_or(profile.forms_per_network);
  if (stored->escalation) profile.escalation = read_escalation(*stored->escalation);
  for (std::size_t i = 0; i < 4; ++i) profile.tiers[i] = {stored->tiers[i].title, stored->tiers[i].text};
  for (const Pair& step : stored->steps) profile.steps.push_back({step.title, step.text});
  for (const Pair& question : stored->questions) profile.questions.push_back({question.title, question.text});
  return profile;
}

void write_profile(store::Session& session, const Profile& profile, Instant now) {
  Stored stored{profile.name,
                profile.greeting,
                profile.colour,
                {},
                format_target(profile.goal),
                {},
                {},
                {},
                profile.availability,
                profile.out_of_hours,
                profile.unknown_policy,
                profile.title,
                profile.mail_from,
                profile.forms_per_network,
                stored_escalation(profile.escalation)};
  for (const auto& tier : profile.tiers) stored.tiers.push_back({tier.title, tier.meaning});
  for (const auto& step : profile.steps) stored.steps.push_back({step.title, step.text});
  for (const auto& question : profile.questions)
    stored.questions.push_back({question.question, question.answer});
  store::write_setting(session, setting, json::to_json(stored), now);
}

}  // namespace punctual::desk
