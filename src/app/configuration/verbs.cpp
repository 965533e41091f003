#include "app/configuration/verbs.h"

#include <filesystem>
#include <iostream>
#include <memory>

#include "app/admin_verbs.h"
#include "app/configuration/apply_verb.h"
#include "app/configuration/input.h"
#include "app/configuration/mail_preview.h"
#include "app/exit_status.h"
#include "app/printed.h"
#include "app/settings_flags.h"
#include "desk/assets/assets.h"

namespace punctual::app {

namespace {

constexpr const char* apply_ends =
    "\nEnds with 0 when it is applied or nothing is to change, 3 when a dry run found changes or the answer "
    "was "
    "no,\n2 when the file is wrong or nobody can be asked, 1 when it could not be done.\n"
    "punctual export --example prints a file to begin with.";

int print(const std::string& text, const std::string& to) {
  if (to == "-") {
    std::cout << text;
    return 0;
  }
  const auto wrong = write_whole(to, text);
  return wrong.empty() ? 0 : failed(wrong);
}

int run_export(const Config& config, const std::string& to, bool example) {
  if (example && to != "-" && std::filesystem::exists(to))
    return failed(to + ": there is a file already; name another place, so that nothing of yours is lost");
  if (example) return print(std::string(find_asset("examples/desk.toml")->plain), to);
  const auto told = carry_out(config, {.verb = "export"});
  return told.error ? failed(*told.error) : print(*told.result, to);
}

void add_apply(CLI::App& punctual, int& status) {
  auto flags = std::make_shared<Flags>();
  auto options = std::make_shared<ApplyOptions>();
  auto* verb = punctual.add_subcommand(
      "apply", "make the desk what a file says; shows what that changes, and asks; running or not");
  add_settings(*verb, *flags, {"data"}, Extent::flags_alone);
  verb->add_option("FILE", options->file,
                   "the desk as text, - for standard input; a folder without a desk gets one")
      ->required()
      ->type_name("");
  verb->add_flag("--yes", options->yes, "do not ask");
  verb->add_flag("--dry-run", options->dry_run, "show what would change, and change nothing");
  verb->add_flag("--json", options->json, "tell programs, on standard output");
  verb->footer(verb->get_footer() + apply_ends);
  verb->callback([&status, flags, options] { status = run_apply(configured(*flags), *options); });
}

void add_export(CLI::App& punctual, int& status) {
  auto flags = std::make_shared<Flags>();
  auto to = std::make_shared<std::string>("-");
  auto example = std::make_shared<bool>(false);
  auto* verb = punctual.add_subcommand("export", "write the desk as text, as apply takes it; running or not");
  add_settings(*verb, *flags, {"data"}, Extent::flags_alone);
  verb->add_option("FILE", *to, "where to; - is standard output, as without it")->type_name("");
  verb->add_flag("--example", *example, "the example desk instead, with an explanation of every key");
  verb->callback([&status, flags, to, example] { status = run_export(configured(*flags), *to, *example); });
}

void add_mail(CLI::App& punctual, int& status) {
  auto* mail = punctual.add_subcommand("mail", "the mails the desk writes");
  mail->require_subcommand(1);
  auto flags = std::make_shared<Flags>();
  auto options = std::make_shared<PreviewOptions>();
  auto text = std::make_shared<bool>(false);
  auto html = std::make_shared<bool>(false);
  auto* verb = mail->add_subcommand(
      "preview",
      "print a mail about an example request, as this desk would write it; without a name list them");
  add_settings(*verb, *flags, {"data"}, Extent::flags_alone);
  verb->add_option("NAME", options->name, "of the mail, such as received; with --source of a template")
      ->type_name("");
  verb->add_option("--from", options->file, "a desk's configuration that is not applied yet")
      ->type_name("FILE");
  auto* as_text = verb->add_flag("--text", *text, "its plain text alone");
  verb->add_flag("--html", *html, "its HTML alone")->excludes(as_text);
  verb->add_flag("--source", options->source,
                 "the template itself, such as received.txt, to begin one's own with");
  verb->callback([&status, flags, options, text, html] {
    if (*text || *html) options->part = *text ? "text" : "html";
    status = preview_mail(configured(*flags), *options);
  });
}

}  // namespace

void add_configuration_verbs(CLI::App& punctual, int& status) {
  add_apply(punctual, status);
  add_export(punctual, status);
  add_mail(punctual, status);
}

}  // namespace punctual::app
