#include <memory>

#include "app/people/verbs.h"
#include "app/printed.h"
#include "app/settings_flags.h"

namespace punctual::app {

void add_token_verbs(CLI::App& punctual, int& status) {
  auto* token = punctual.add_subcommand("token", "tokens with which programs act for a person");
  token->require_subcommand(1);
  const auto verb = [&](const char* name, const char* meaning) {
    auto flags = std::make_shared<Flags>();
    auto ask = std::make_shared<Ask>();
    ask->verb = std::string("token ") + name;
    auto* made = token->add_subcommand(name, meaning);
    add_settings(*made, *flags, {"data"}, Extent::flags_alone);
    made->callback([&status, flags, ask] { status = printed(carry_out(configured(*flags), *ask)); });
    return std::pair(made, ask);
  };
  auto [create, asked] = verb("create", "make a token and print it, this once; works beside a running desk");
  create->add_option("--as", asked->as, "mail address of the person it acts for")
      ->required()
      ->type_name("MAIL");
  create->add_option("--note", asked->note, "what it is for")->required()->type_name("TEXT");
  verb("list", "the tokens that work: number, whose, since and until when, note");
  auto [revoke, ended] = verb("revoke", "end a token; what uses it is refused from the next request on");
  revoke->add_option("NUMBER", ended->id, "as token list prints it")->required()->type_name("");
}

}  // namespace punctual::app
