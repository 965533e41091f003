#include "app/backups/verbs.h"

#include <sys/stat.h>

#include <iostream>
#include <memory>

#include "app/admin_verbs.h"
#include "app/backups/recorded.h"
#include "app/backups/shown_progress.h"
#include "app/exit_status.h"
#include "app/settings_flags.h"
#include "desk/backup/verify.h"
#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

int failed(const std::string& why) {
  std::cerr << "punctual: " << why << '\n';
  return failed_running;
}

int back_up(const Config& config, const std::string& to) {
  Told told;
  {
    ShownProgress progress;
    told = carry_out(config,
                     {.verb = "backup", .place = std::filesystem::absolute(to).lexically_normal().string()},
                     progress.as_progress());
  }
  if (told.error) return failed(*told.error);
  std::cout << *told.result << '\n';
  return 0;
}

/// What is wrong, a line each, and how it ends.
int told_of(const desk::Verified& found, const std::string& place) {
  for (const auto& problem : found.problems) std::cout << problem << '\n';
  const auto more = static_cast<std::int64_t>(found.problems.size()) + found.unnamed;
  std::cout << place << ": " << text::count_words(found.tickets, "ticket", "tickets") << ", "
            << text::count_words(found.blobs, "attachment", "attachments") << " looked at: "
            << (more == 0 ? std::string("nothing is wrong") : text::count_words(more, "problem", "problems"))
            << '\n';
  return more == 0 ? 0 : failed_running;
}

int verify(const std::filesystem::path& folder) {
  const desk::Layout layout{folder};
  if (!std::filesystem::exists(layout.database()))
    return failed(folder.string() + ": holds no desk; name its folder, or a backup's, with --data DIR");
  desk::Verified found;
  {
    ShownProgress progress;
    found = desk::verify(layout, SystemZones(), progress.as_progress());
  }
  return told_of(found, folder.string());
}

int restore(const std::string& from, const std::filesystem::path& to) {
  std::expected<desk::BackedUp, std::string> made;
  {
    ShownProgress progress;
    made = desk::restore_backup({from}, to, progress.as_progress());
  }
  if (!made) return failed(made.error());
  std::cout << to.string() << ": " << in_short(made->manifest) << ", as of "
            << format_rfc3339(made->manifest.made_at) << '\n';
  for (const auto& problem : made->problems) std::cout << problem << '\n';
  const int looked = verify(to);
  return made->problems.empty() ? looked : failed_running;
}

/// What a person typed; lives as long as the verb's callback.
struct Typed {
  Flags flags;
  std::string place;
};

}  // namespace

void add_backup_verbs(CLI::App& punctual, int& status) {
  const auto verb = [&](const char* name, const char* meaning) {
    auto typed = std::make_shared<Typed>();
    auto* made = punctual.add_subcommand(name, meaning);
    add_settings(*made, typed->flags, {"data"}, Extent::flags_alone);
    return std::pair(made, typed);
  };
  auto [backup, to] = verb("backup", "copy a desk, running or not, to a new folder");
  backup->add_option("TO", to->place, "the folder to make; it is not there yet, or empty")
      ->required()
      ->type_name("");
  backup->callback([&status, to] {
    ::umask(0077);
    status = back_up(configured(to->flags), to->place);
  });
  auto [restored, from] = verb("restore", "make a data folder of a backup, and verify it");
  restored->add_option("FROM", from->place, "the backup's folder")->required()->type_name("");
  restored->callback([&status, from] {
    ::umask(0077);
    status = restore(from->place, configured(from->flags).data);
  });
  auto [verified, of] =
      verb("verify", "look at everything a data folder or a backup holds; 1 where something is wrong");
  verified->callback([&status, of] { status = verify(configured(of->flags).data); });
}

}  // namespace punctual::app
