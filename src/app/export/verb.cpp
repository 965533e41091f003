#include "app/export/verb.h"

#include <iostream>
#include <memory>

#include "app/backups/shown_progress.h"
#include "app/clock.h"
#include "app/exit_status.h"
#include "app/export/client_folder.h"
#include "app/printed.h"
#include "app/settings_flags.h"
#include "desk/text/printed.h"
#include "desk/text/wording.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

/// Reads beside a running desk, as `verify` does: nothing is written to its folder.
int run(const std::filesystem::path& data, const std::string& client, const std::filesystem::path& to) {
  const desk::Layout layout{data};
  if (!std::filesystem::exists(layout.database()))
    return failed(data.string() + ": holds no desk; name its folder with --data DIR");
  const SystemZones zones;
  // No link is written, so the folder's own key is not needed.
  desk::Desk desk({.data = data, .base_url = {}, .mail_from = {}}, std::string(desk::key_bytes, '\0'), zones);
  desk.reload(desk.reader());
  std::expected<ExportedFolder, std::string> made;
  {
    ShownProgress progress;
    made = export_client(desk, client, to, system_now(), progress.as_progress());
  }
  if (!made) return failed(made.error());
  std::cout << text::printed(to.string() + ": " + made->client) << ", "
            << text::count_words(made->tickets, "ticket", "tickets") << ", "
            << text::count_words(made->attachments, "attachment", "attachments") << '\n';
  for (const auto& problem : made->problems) std::cout << text::printed(problem) << '\n';
  return made->problems.empty() ? 0 : failed_running;
}

struct Typed {
  Flags flags;
  std::string client;
  std::string place;
};

}  // namespace

void add_export_verb(CLI::App& punctual, int& status) {
  auto typed = std::make_shared<Typed>();
  auto* verb = punctual.add_subcommand(
      "export-client", "write all of one client's data, without internal notes, to a new folder");
  add_settings(*verb, typed->flags, {"data"}, Extent::flags_alone);
  verb->add_option("--client", typed->client, "the client's name or id")->required()->type_name("NAME");
  verb->add_option("TO", typed->place, "the folder to make; it is not there yet, or empty")
      ->required()
      ->type_name("");
  verb->callback(
      [&status, typed] { status = run(configured(typed->flags).data, typed->client, typed->place); });
}

}  // namespace punctual::app
