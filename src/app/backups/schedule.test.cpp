#include "app/backups/schedule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <vector>

#include "store/backups.h"
#include "tests/world/world.h"

namespace punctual::app {
namespace {

namespace fs = std::filesystem;
using world::at;

TEST(BackupSchedule, MakesTheNextAtItsHourAlsoWhereTheClocksChange) {
  struct Row {
    const char* last;
    const char* now;
    const char* next;
  };
  const auto new_york = SystemZones().find("America/New_York").value();
  constexpr Row rows[] = {
      {"2026-11-25T08:00:05Z", "2026-11-25T09:00:00Z", "2026-11-26T08:00:00Z"},
      {"2026-11-25T20:00:00Z", "2026-11-25T21:00:00Z", "2026-11-26T08:00:00Z"},  // by hand in the afternoon
      {"2026-11-25T07:59:59Z", "2026-11-25T07:59:59Z", "2026-11-25T08:00:00Z"},
      {"2026-10-31T07:00:00Z", "2026-10-31T08:00:00Z", "2026-11-01T08:00:00Z"},  // clocks go back at two
      {"2027-03-13T08:00:00Z", "2027-03-13T09:00:00Z", "2027-03-14T07:00:00Z"},  // and forward: 2:00 is 3:00
      {"2026-11-20T08:00:00Z", "2026-11-25T09:00:00Z", "2026-11-25T09:00:00Z"},  // the desk was down: at once
  };
  const BackupPlan plan{.minute_of_day = 3 * 60};
  for (const auto& row : rows)
    EXPECT_EQ(next_backup_at(plan, new_york, at(row.last), at(row.now)), at(row.next)) << row.last;
  EXPECT_EQ(next_backup_at(plan, new_york, std::nullopt, at("2026-11-25T09:00:00Z")),
            at("2026-11-25T09:00:00Z"))
      << "none yet";
  const BackupPlan in_the_gap{.minute_of_day = 2 * 60 + 30};
  EXPECT_EQ(next_backup_at(in_the_gap, new_york, at("2027-03-13T12:00:00Z"), at("2027-03-13T12:00:00Z")),
            at("2027-03-14T07:00:00Z"))
      << "02:30 is skipped: the jump";
}

TEST(BackupSchedule, RemovesItsOldOnesAndWhatWasNeverCompletedAndNothingElse) {
  const world::TemporaryFolder folder;
  const auto make = [&](const std::string& name, bool complete) {
    fs::create_directory(folder.path() / name);
    if (complete) std::ofstream(desk::Layout{folder.path() / name}.manifest()) << "{}";
  };
  for (const char* day : {"21", "22", "23", "24"})
    make(std::string("punctual-202611") + day + "T080000Z", true);
  for (const char* hour : {"09", "10", "11"})
    make(std::string("punctual-20261125T") + hour + "0000Z-asked", true);
  make("punctual-20261123T080000Z.partial-aabbccdd", false);
  make("punctual-20261123T080000Z-asked.partial-aabbccdd", false);
  make("punctual-20261124T230000Z.partial-aabbccdd", false);
  make("by-hand", true);
  make("punctual-notes", false);
  remove_old_backups({.folder = folder.path(), .keep = 2}, at("2026-11-25T08:00:00Z"));
  std::vector<std::string> left;
  for (const auto& entry : fs::directory_iterator(folder.path())) left.push_back(entry.path().filename());
  std::ranges::sort(left);
  EXPECT_EQ(left, (std::vector<std::string>{
                      "by-hand", "punctual-20261123T080000Z", "punctual-20261124T080000Z",
                      "punctual-20261124T230000Z.partial-aabbccdd", "punctual-20261125T100000Z-asked",
                      "punctual-20261125T110000Z-asked", "punctual-notes"}))
      << "however many are asked for, the daily ones stay";
}

/// Lines that another thread says.
struct Said {
  std::mutex mutex;
  std::condition_variable more;
  std::vector<std::string> lines;

  void add(std::string_view line) {
    const std::lock_guard lock(mutex);
    lines.emplace_back(line);
    more.notify_all();
  }
  bool await(std::string_view part) {
    std::unique_lock lock(mutex);
    return more.wait_for(lock, std::chrono::seconds{20}, [&] {
      return std::ranges::any_of(lines, [&](const std::string& line) { return line.contains(part); });
    });
  }
};

TEST(BackupSchedule, OutlivesADatabaseThatCannotBeRead) {
  world::World world;
  std::ofstream(desk::Layout{world.folder.path()}.key()) << "key";
  const world::TemporaryFolder to;
  Said said;
  BackupSchedule schedule(
      {.held = {{world.folder.path()},
                world.desk->blobs(),
                [&](store::Work work) { return world.writer->write(std::move(work)); },
                [] { return at("2026-11-25T09:00:00Z"); },
                *world.desk,
                [] {}},
       .plan = {.folder = to.path(), .keep = 2},
       .zone = [&] { return world.desk->catalogue()->zone(); },
       .last = []() -> std::optional<Instant> { throw std::runtime_error("disk I/O error"); },
       .log = [&](std::string_view line) { said.add(line); }});
  schedule.start();
  ASSERT_TRUE(said.await("disk I/O error; trying again within a minute"));
  EXPECT_FALSE(schedule.next());
  EXPECT_TRUE(schedule.begin_now());
  EXPECT_TRUE(said.await("0 tickets")) << "one that is asked for is made";
  schedule.stop();
  EXPECT_EQ(schedule.begin_now().error(), at("2026-11-25T10:00:00Z")) << "and then none for an hour";
  EXPECT_EQ(store::newest_backups(world.reader(), 1)[0].scheduled, false);
}

}  // namespace
}  // namespace punctual::app
