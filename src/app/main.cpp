#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <optional>

#include "app/admin_verbs.h"
#include "app/config.h"
#include "app/exit_status.h"
#include "app/serve.h"
#include "app/sla/sla_verbs.h"

namespace {

using namespace punctual;
using app::wrong_use;

struct Flags {
  std::optional<std::filesystem::path> config;
  std::vector<std::pair<std::string, std::string>> settings;
};

std::optional<std::string> environment(std::string_view variable) {
  const char* value = std::getenv(std::string(variable).c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

/// The settings a verb takes as flags; all of them come from the file and the environment too.
enum class Extent { all, flags_alone };
void add_settings(CLI::App& verb, Flags& flags, std::initializer_list<std::string_view> as_flags,
                  Extent extent = Extent::all) {
  verb.add_option("--config", flags.config, "a TOML file with settings")->type_name("FILE");
  std::string footer = "Settings, in the file / in the environment:\n";
  for (const auto& setting : app::settings()) {
    const bool flag = std::ranges::find(as_flags, setting.key) != as_flags.end();
    if (extent == Extent::flags_alone && !flag) continue;
    footer += "  " + std::string(setting.key) + " / " + std::string(setting.variable) + "\n      " +
              std::string(setting.meaning) + "\n";
    if (!flag) continue;
    verb.add_option_function<std::string>(
            "--" + std::string(setting.key),
            [&flags, key = std::string(setting.key)](const std::string& value) {
              flags.settings.emplace_back(key, value);
            },
            std::string(setting.meaning))
        ->type_name(setting.key == "data"     ? "DIR"
                    : setting.key == "listen" ? "HOST:PORT"
                                              : "TEXT");
  }
  verb.footer(footer + "Flags win over the environment, the environment over the file.");
}

/// Reads the configuration, or says what is wrong with it and ends.
app::Config configured(const Flags& flags) {
  auto config = app::read_config(flags.config, environment, flags.settings);
  if (config) return *config;
  std::cerr << "punctual: " << config.error() << '\n';
  std::exit(wrong_use);
}

}  // namespace

int main(int argc, char** argv) {
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

  auto* token = punctual.add_subcommand("token", "tokens with which programs act for a person");
  token->require_subcommand(1);
  Flags token_flags;
  std::string mail;
  std::string note;
  auto* create =
      token->add_subcommand("create", "make a token and print it, this once; works beside a running desk");
  add_settings(*create, token_flags, {"data"}, Extent::flags_alone);
  create->add_option("--as", mail, "mail address of the person it acts for")->required()->type_name("MAIL");
  create->add_option("--note", note, "what it is for")->required()->type_name("TEXT");
  const auto print = [&](const std::expected<std::string, std::string>& told) {
    if (!told) std::cerr << "punctual: " << told.error() << '\n';
    if (told && !told->empty()) std::cout << *told << '\n';
    if (!told) status = app::failed_running;
  };
  create->callback([&] { print(app::create_token(configured(token_flags), mail, note)); });
  auto* list =
      token->add_subcommand("list", "the tokens that work: number, whose, since and until when, note");
  add_settings(*list, token_flags, {"data"}, Extent::flags_alone);
  list->callback([&] { print(app::list_tokens(configured(token_flags))); });
  auto* revoke =
      token->add_subcommand("revoke", "end a token; what uses it is refused from the next request on");
  add_settings(*revoke, token_flags, {"data"}, Extent::flags_alone);
  std::int64_t token_number = 0;
  revoke->add_option("NUMBER", token_number, "as token list prints it")->required()->type_name("");
  revoke->callback([&] { print(app::revoke_token(configured(token_flags), token_number)); });

  app::add_sla_verbs(punctual, status);

  try {
    punctual.parse(argc, argv);
    if (punctual.get_subcommands().empty()) {
      std::cerr << punctual.help();
      return wrong_use;
    }
  } catch (const CLI::ParseError& error) {
    const int code = punctual.exit(error);
    return code == 0 ? 0 : wrong_use;
  } catch (const std::exception& error) {
    std::cerr << "punctual: " << error.what() << '\n';
    return app::failed_running;
  }
  return status;
}
