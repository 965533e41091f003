#include "app/people/verbs.h"

#include <iostream>
#include <memory>

#include "app/coverage/gap_words.h"
#include "app/printed.h"
#include "app/settings_flags.h"

namespace punctual::app {

namespace {

/// What a person typed; lives as long as the verb's callback.
struct Typed {
  Flags flags;
  PersonAsk person;
  bool yes = false;
};

/// What it opens is seen, and confirmed, before it is done.
int deactivated(const Typed& typed) {
  const auto config = configured(typed.flags);
  const auto told = carry_out(config, {.verb = "person leaving", .person = typed.person});
  if (told.error) return failed(*told.error);
  const auto leaving = told_leaving(*told.result);
  if (!leaving) return failed("the running desk is of another version; use its own punctual");
  if (!leaving->seen.empty()) {
    printed({opened_words(leaving->opens, leaving->more), {}});
    if (!typed.yes)
      if (const int status =
              asked("Deactivate " + typed.person.mail + " all the same?",
                    "nobody can be asked here; say --yes to do it all the same, or find cover first");
          status != 0)
        return status;
  }
  return printed(
      carry_out(config, {.verb = "person deactivate", .note = leaving->seen, .person = typed.person}));
}

int invited(const Typed& typed) {
  const int status =
      printed(carry_out(configured(typed.flags), {.verb = "person invite", .person = typed.person}));
  // Not on standard output, where a program reads the link.
  if (status == 0)
    std::cerr
        << "The link works once, within 7 days, in place of any before it; where the desk has a mail server "
           "it has gone out by mail, too.\n";
  return status;
}

int listed(const Typed& typed) {
  return printed(carry_out(configured(typed.flags), {.verb = "person list"}));
}

}  // namespace

void add_person_verbs(CLI::App& punctual, int& status) {
  auto* person = punctual.add_subcommand("person", "the people of the desk; works beside a running desk");
  person->require_subcommand(1);
  const auto verb = [&](const char* name, int (*run)(const Typed&), const char* meaning,
                        std::initializer_list<std::string_view> settings) {
    auto typed = std::make_shared<Typed>();
    auto* made = person->add_subcommand(name, meaning);
    add_settings(*made, typed->flags, settings, Extent::flags_alone);
    made->callback([&status, typed, run] { status = run(*typed); });
    return std::pair(made, typed);
  };
  auto [invite, newcomer] = verb(
      "invite", invited, "invite somebody, or again, and print the link with which they set their password",
      {"data", "base_url"});
  invite->add_option("--mail", newcomer->person.mail, "mail address to sign in with")
      ->required()
      ->type_name("MAIL");
  invite->add_option("--name", newcomer->person.name, "what they are called; for somebody new")
      ->type_name("TEXT");
  invite->add_option("--role", newcomer->person.role, "coordinator, member or manager; for somebody new")
      ->type_name("ROLE");
  auto [deactivate, leaver] =
      verb("deactivate", deactivated,
           "end what somebody may do at the desk, and hand their open tickets over", {"data"});
  deactivate->add_option("--mail", leaver->person.mail, "mail address of who leaves")
      ->required()
      ->type_name("MAIL");
  auto* to = deactivate
                 ->add_option("--hand-over-to", leaver->person.hand_over_to,
                              "mail address of who takes the open tickets over")
                 ->type_name("MAIL");
  deactivate->add_flag("--unassign", leaver->person.unassign, "nobody does; coordinators assign them")
      ->excludes(to);
  deactivate->add_flag("--yes", leaver->yes, "do not ask, whatever gaps it opens where people work");
  verb("list", listed, "everybody: address, name, role, state, open tickets", {"data"});
}

}  // namespace punctual::app
