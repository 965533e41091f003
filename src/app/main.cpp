#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "app/backups/verbs.h"
#include "app/configuration/verbs.h"
#include "app/coverage/verb.h"
#include "app/doctor/verb.h"
#include "app/exit_status.h"
#include "app/export/verb.h"
#include "app/people/verbs.h"
#include "app/printed.h"
#include "app/seed/verb.h"
#include "app/serve.h"
#include "app/settings_flags.h"
#include "app/sla/sla_verbs.h"
#include "app/statements/verb.h"

using namespace punctual;
using app::add_settings;
using app::configured;
using app::Flags;
using app::wrong_use;

int main(int argc, char** argv) {
  ::umask(0077);  // whatever a verb makes is the desk's alone: it holds people's words and the desk's secrets
  CLI::App punctual("Punctual, the support desk of a service agency.", "punctual");
  punctual.require_subcommand(0, 1);
  punctual.set_version_flag("--version", std::string(PUNCTUAL_VERSION));
  int status = 0;

  Flags serve_flags;
  bool demo = false;
  auto* serve = punctual.add_subcommand("serve", "serve the desk in a data folder until it is told to stop");
  add_settings(*serve, serve_flags, {"data", "listen", "base_url"});
  serve->add_flag("--demo", demo,
                  "make the demo desk in an empty data folder, and print its people's passwords");
  serve->callback(
      [&] { status = app::serve(configured(serve_flags), demo ? app::Demo::yes : app::Demo::no); });

  app::add_token_verbs(punctual, status);
  app::add_person_verbs(punctual, status);
  app::add_configuration_verbs(punctual, status);
  app::add_coverage_verb(punctual, status);
  app::add_statement_verb(punctual, status);
  app::add_backup_verbs(punctual, status);
  app::add_export_verb(punctual, status);
  app::add_doctor_verb(punctual, status);
  app::add_seed_verb(punctual, status);
  app::add_sla_verbs(punctual, status);

  try {
    punctual.parse(argc, argv);
    if (punctual.get_subcommands().empty()) {
      std::cerr << "punctual: name what to do:";
      for (const auto* verb : punctual.get_subcommands(nullptr)) std::cerr << ' ' << verb->get_name();
      std::cerr << "; punctual --help says what each does\n";
      return wrong_use;
    }
  } catch (const CLI::ParseError& error) {
    const int code = punctual.exit(error);
    return code == 0 ? 0 : wrong_use;
  } catch (const std::exception& error) {
    return app::failed(error.what());
  }
  return status;
}
