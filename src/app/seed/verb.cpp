#include "app/seed/verb.h"

#include <fmt/format.h>

#include <iostream>

#include "app/backups/shown_progress.h"
#include "app/clock.h"
#include "app/exit_status.h"
#include "app/folder.h"
#include "app/printed.h"
#include "app/seed/seed.h"
#include "app/settings_flags.h"
#include "store/migrations/migrations.h"
#include "store/zones/system_zones.h"

namespace punctual::app {

namespace {

constexpr std::int64_t most_tickets = 10'000'000;

int make_desk(const Config& config, std::int64_t tickets) {
  if (std::filesystem::exists(config.data / "desk.sqlite"))
    return failed(config.data.string() +
                  ": there is a desk in this folder already; name a new one with --data DIR");
  auto folder = DataFolder::hold(config.data);
  if (!folder) return failed(config.data.string() + ": a desk is running on this folder; name a new one");
  const SystemZones zones;
  desk::Desk desk({.data = folder->path(),
                   .base_url = config.base_url,
                   .mail_from = config.mail_from,
                   .mail_kept_here = true},
                  folder->key(), zones);
  {
    store::Session session(desk.database().string(), store::Session::Mode::read_write);
    store::migrate(session);
  }
  store::Writer writer(desk.database().string(), {});
  const auto began = std::chrono::steady_clock::now();
  try {
    ShownProgress progress;
    seed::make(desk, writer, seed::Amount::usual(tickets), system_now(),
               [&](std::int64_t made) { progress.show("tickets made", made, tickets); });
  } catch (const std::exception& error) {
    return failed(error.what());
  }
  writer.stop();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::cout << fmt::format("{}: {} tickets in {:.1f} s, {:.0f} a second\n", config.data.string(), tickets,
                           seconds, static_cast<double>(tickets) / seconds);
  return 0;
}

}  // namespace

void add_seed_verb(CLI::App& punctual, int& status) {
  struct Typed {
    Flags flags;
    std::int64_t tickets = 0;
  };
  auto typed = std::make_shared<Typed>();
  auto* verb = punctual.add_subcommand(
      "seed", "make a desk to measure: the demo's people and as many tickets as told, two of a hundred open");
  add_settings(*verb, typed->flags, {"data"}, Extent::flags_alone);
  verb->add_option("--tickets", typed->tickets, "how many, at most ten million")
      ->required()
      ->type_name("N")
      ->check(CLI::Range(std::int64_t{1}, most_tickets));
  verb->callback([&status, typed] { status = make_desk(configured(typed->flags), typed->tickets); });
}

}  // namespace punctual::app
