#include "app/doctor/verb.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <boost/describe.hpp>
#include <iostream>

#include "app/clock.h"
#include "app/doctor/checks.h"
#include "app/exit_status.h"
#include "app/settings_flags.h"
#include "store/json/write.h"

namespace punctual::app {

namespace doctor {
BOOST_DESCRIBE_ENUM(State, fine, doubtful, wrong)
BOOST_DESCRIBE_STRUCT(Finding, (), (area, state, found, remedy))
}  // namespace doctor

namespace {

using doctor::Finding;
using doctor::Findings;
using doctor::State;

Findings look(const Config& config, const std::optional<std::filesystem::path>& file,
              const doctor::NameServer& names) {
  const Instant now = system_now();
  Findings all = file ? doctor::look_at_file(*file) : Findings();
  for (auto part : {doctor::look_at_address(config), doctor::look_at_folder(config),
                    doctor::look_at_database(config, now), doctor::look_at_clock(config, now),
                    doctor::look_at_mail(config), doctor::look_at_names(config, names)})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

void print(const Findings& findings) {
  constexpr std::string_view words[] = {"fine", "look", "WRONG"};
  for (const Finding& finding : findings) {
    std::cout << fmt::format("{:<6} {:<12} {}\n", words[static_cast<int>(finding.state)], finding.area,
                             finding.found);
    if (!finding.remedy.empty()) std::cout << fmt::format("{:<20}{}\n", "", "- " + finding.remedy);
  }
}

struct Typed {
  Flags flags;
  std::string dns;
  bool json = false;
};

int run(const Typed& typed) {
  const Config config = configured(typed.flags);
  const auto names =
      typed.dns.empty() ? std::make_unique<doctor::NameServer>() : doctor::NameServer::at(typed.dns);
  if (!names) {
    std::cerr << "punctual: --dns: \"" << typed.dns
              << "\" is no name server; write its IPv4 address, with :PORT where that is not 53\n";
    return wrong_use;
  }
  const Findings findings = look(config, typed.flags.config, *names);
  if (typed.json)
    for (const Finding& finding : findings) std::cout << json::to_json(finding) << '\n';
  else
    print(findings);
  return std::ranges::any_of(findings, [](const Finding& one) { return one.state == State::wrong; })
             ? failed_running
             : 0;
}

}  // namespace

void add_doctor_verb(CLI::App& punctual, int& status) {
  auto typed = std::make_shared<Typed>();
  auto* verb = punctual.add_subcommand(
      "doctor",
      "look at configuration, folder, database, clock, mail server and names; 1 where something is wrong");
  add_settings(*verb, typed->flags, {"data"});
  verb->add_option("--dns", typed->dns, "ask this name server instead of the machine's")
      ->type_name("ADDRESS");
  verb->add_flag("--json", typed->json, "a JSON object a line");
  verb->callback([&status, typed] { status = run(*typed); });
}

}  // namespace punctual::app
