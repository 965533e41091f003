#include "app/coverage/verb.h"

#include <iostream>
#include <memory>

#include "app/coverage/told.h"
#include "app/printed.h"
#include "app/settings_flags.h"

namespace punctual::app {

namespace {

constexpr int there_is_a_gap = 1;
constexpr int most_weeks = 52;

/// What a person typed; lives as long as the verb's callback.
struct Typed {
  Flags flags;
  CoverageAsk ask;
};

int carried_out(const Typed& typed) {
  const auto told = carry_out(configured(typed.flags), {.verb = "coverage", .coverage = typed.ask});
  // What cannot be told is no gap: 1 is taken.
  if (told.error) return failed(*told.error, wrong_use);
  const auto coverage = told_coverage(*told.result);
  if (!coverage) return failed("the running desk is of another version; use its own punctual", wrong_use);
  printed({coverage->text, {}});
  return coverage->gaps ? there_is_a_gap : 0;
}

}  // namespace

void add_coverage_verb(CLI::App& punctual, int& status) {
  auto typed = std::make_shared<Typed>();
  auto* verb = punctual.add_subcommand(
      "coverage",
      "hours promised to clients in which too few of a pod are at work; works beside a running desk.\n"
      "Ends with 0 where there is no gap, 1 where there is one, 2 where it cannot be told");
  add_settings(*verb, typed->flags, {"data"}, Extent::flags_alone);
  verb->add_option("--pod", typed->ask.pod, "this pod alone; else all of them, and the desk as a whole")
      ->type_name("NAME");
  verb->add_option("--weeks", typed->ask.weeks, "how far ahead, from now on")
      ->type_name("WEEKS")
      ->capture_default_str()
      ->check(CLI::Range(1, most_weeks));
  auto* as_json = verb->add_flag("--json", typed->ask.json, "as JSON, for programs");
  verb->add_flag("--desk", typed->ask.desk, "in JSON the desk as a whole, too, as pod null")->needs(as_json);
  verb->callback([&status, typed] { status = carried_out(*typed); });
}

}  // namespace punctual::app
