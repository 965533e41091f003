#include "app/statements/verb.h"

#include <memory>

#include "app/admin_verbs.h"
#include "app/printed.h"
#include "app/settings_flags.h"

namespace punctual::app {

namespace {

/// What a person typed; lives as long as the verb's callback.
struct Typed {
  Flags flags;
  StatementAsk ask;
};

}  // namespace

void add_statement_verb(CLI::App& punctual, int& status) {
  auto typed = std::make_shared<Typed>();
  auto* verb = punctual.add_subcommand("statement",
                                       "the account of a client's month: allowance, use by request, charges, "
                                       "promises; works beside a running desk");
  add_settings(*verb, typed->flags, {"data"}, Extent::flags_alone);
  verb->add_option("--client", typed->ask.client, "whose")->required()->type_name("NAME");
  verb->add_option("--month", typed->ask.month, "of which month, such as 2026-10")
      ->required()
      ->type_name("MONTH");
  verb->add_flag("--json", typed->ask.json, "as JSON, for programs");
  verb->callback([&status, typed] {
    const auto told = carry_out(configured(typed->flags), {.verb = "statement", .statement = typed->ask});
    status = told.error ? failed(*told.error, wrong_use) : printed(told);
  });
}

}  // namespace punctual::app
