#include "app/backups/verbs.h"

#include <fmt/format.h>

#include <iostream>
#include <memory>

#include "app/admin_verbs.h"
#include "app/backups/recorded.h"
#include "app/backups/shown_progress.h"
#include "app/clock.h"
#include "app/exit_status.h"
#include "app/folder.h"
#include "app/printed.h"
#include "app/settings_flags.h"
#include "desk/backup/verify.h"
#include "desk/text/printed.h"
#include "desk/text/wording.h"
#include "domain/time/rfc3339.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

int back_up(const Config& config, const std::string& to) {
  Told told;
  {
    ShownProgress progress;
    told = carry_out(config,
                     {.verb = "backup", .place = std::filesystem::absolute(to).lexically_normal().string()},
                     progress.as_progress());
  }
  return printed(told);
}

void print(std::string_view line) {
  std::cout << text::printed(line) << '\n';
}

/// What is wrong, a line each, and how it ends.
int told_of(const desk::Verified& found, const std::string& place) {
  for (const auto& problem : found.problems) print(problem);
  const auto more = static_cast<std::int64_t>(found.problems.size()) + found.unnamed;
  print(fmt::format("{}: {}, {} looked at: {}", place, text::count_words(found.tickets, "ticket", "tickets"),
                    text::count_words(found.blobs, "attachment", "attachments"),
                    more == 0 ? "nothing is wrong" : text::count_words(more, "problem", "problems")));
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

std::string withdrawn_words(const desk::Withdrawn& ended) {
  return fmt::format(
      "Ended, as they may have been since: {}, {}, {} that set passwords. Not sent: {} that waited; see "
      "/staff/mail. Repeat redactions and deactivations made after the backup.",
      text::count_words(ended.sessions, "session", "sessions"),
      text::count_words(ended.tokens, "token", "tokens"), text::count_words(ended.links, "link", "links"),
      text::count_words(ended.mails, "mail", "mails"));
}

int restore(const std::string& from, const std::filesystem::path& to, desk::Taken taken) {
  if (const auto theirs = owned_by_another(to)) return failed(*theirs);
  std::expected<desk::Restored, std::string> made;
  {
    ShownProgress progress;
    made = desk::restore_backup({from}, to, taken, system_now(), progress.as_progress());
  }
  if (!made) return failed(made.error());
  print(fmt::format("{}: {}, as of {}", to.string(), in_short(made->manifest),
                    format_rfc3339(made->manifest.made_at)));
  if (taken == desk::Taken::without_what_may_have_ended) print(withdrawn_words(made->withdrawn));
  for (const auto& problem : made->problems) print(problem);
  const int looked = verify(to);
  return made->problems.empty() ? looked : failed_running;
}

/// What a person typed; lives as long as the verb's callback.
struct Typed {
  Flags flags;
  std::string place;
  bool as_is = false;
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
  backup->callback([&status, to] { status = back_up(configured(to->flags), to->place); });
  auto [restored, from] = verb("restore", "make a data folder of a backup, and verify it");
  restored->add_option("FROM", from->place, "the backup's folder")->required()->type_name("");
  restored->add_flag("--as-is", from->as_is,
                     "move a desk that was stopped before this backup was made and not started since: "
                     "sessions, tokens and links stay, waiting mails are sent. Otherwise these end, for they "
                     "may have ended or gone out after the backup");
  restored->callback([&status, from] {
    status = restore(from->place, configured(from->flags).data,
                     from->as_is ? desk::Taken::as_it_is : desk::Taken::without_what_may_have_ended);
  });
  auto [verified, of] =
      verb("verify", "look at everything a data folder or a backup holds; 1 where something is wrong");
  verified->callback([&status, of] { status = verify(configured(of->flags).data); });
}

}  // namespace punctual::app
