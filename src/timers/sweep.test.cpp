#include "timers/sweep.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/blob_removals.h"
#include "store/crypto/digest.h"
#include "tests/world/world.h"

namespace punctual::timers {
namespace {

using std::chrono::hours;
using world::World;

/// Files get their date from the machine's clock; the sweep is told when it is.
Instant machine_time() {
  return std::chrono::floor<Seconds>(std::chrono::file_clock::to_sys(std::chrono::file_clock::now()));
}

struct Sweep : ::testing::Test {
  World world;

  store::KeptFile keep(const std::string& content) {
    const auto temporary = world.desk->blobs().incoming() / "upload";
    std::ofstream(temporary) << content;
    const auto hash = store::to_hex(store::view(store::sha256(content)));
    return {"file", hash, static_cast<std::int64_t>(content.size()),
            world.desk->blobs().keep(temporary, hash)};
  }
  /// Kept and named by a committed row.
  store::KeptFile attach(const std::string& content, TicketId ticket) {
    auto file = keep(content);
    write([&](store::Session& session) {
      store::insert_attachments(session, ticket, 1, {file}, machine_time());
      return store::Keep::commit;
    });
    file.held.reset();
    return file;
  }
  void take_from(TicketId ticket) {
    write([&](store::Session& session) {
      store::delete_attachments(session, ticket, 1);
      return store::Keep::commit;
    });
  }
  int listed() {
    auto query = world.reader().prepare("SELECT count(*) FROM blob_removal");
    query.step();
    return static_cast<int>(query.integer(0));
  }
  bool there(const store::KeptFile& file) {
    return std::filesystem::exists(world.desk->blobs().path_of(file.sha256));
  }
  void write(const store::Work& work) { (void)world.writer->write(work); }
  /// Every shelf has its turn.
  void sweep_all_day_long(Instant from) {
    for (int hour = 0; hour < 256; ++hour) sweep(*world.desk, *world.writer, from + hours{hour});
  }
};

TEST_F(Sweep, AnAttachedFileStaysForEver) {
  const auto file = attach("attached", world.submit("2026-11-23T14:00:00Z").id);
  sweep_all_day_long(machine_time() + hours{48});
  EXPECT_TRUE(there(file));
  EXPECT_TRUE(store::has_blob(world.reader(), file.sha256));
}

TEST_F(Sweep, AStashedFileGoesADayAfterItsStash) {
  auto file = keep("stashed");
  const auto now = machine_time();
  write([&](store::Session& session) {
    store::insert_stash(session, "nonce", {file}, now, now + hours{1});
    return store::Keep::commit;
  });
  file.held.reset();
  sweep(*world.desk, *world.writer, now + hours{23});
  EXPECT_TRUE(there(file));
  sweep(*world.desk, *world.writer, now + hours{26});
  EXPECT_FALSE(there(file));
  EXPECT_FALSE(store::has_blob(world.reader(), file.sha256));
}

TEST_F(Sweep, AFileWhoseWriteNeverCommittedGoesWhenItsShelfHasItsTurn) {
  auto file = keep("never committed");
  sweep_all_day_long(machine_time() + hours{25});
  EXPECT_TRUE(there(file)) << "not while its write may still come";
  file.held.reset();
  sweep_all_day_long(machine_time() - hours{256});
  EXPECT_TRUE(there(file)) << "not before a day has passed";
  sweep_all_day_long(machine_time() + hours{25});
  EXPECT_FALSE(there(file));
}

TEST_F(Sweep, AFileThatLostItsLastNameGoesAlsoInTheSecondItCame) {
  const auto ticket = world.submit("2026-11-23T14:00:00Z").id;
  const auto file = attach("redacted at once", ticket);
  take_from(ticket);
  sweep(*world.desk, *world.writer, machine_time());
  EXPECT_FALSE(there(file));
  EXPECT_EQ(listed(), 0);
}

TEST_F(Sweep, AFileTakenWhileABackupIsMadeGoesWithTheNextSweep) {
  const auto ticket = world.submit("2026-11-23T14:00:00Z").id;
  const auto file = attach("redacted during a backup", ticket);
  auto backup = world.desk->blobs().hold_removals();
  take_from(ticket);
  sweep(*world.desk, *world.writer, machine_time());
  EXPECT_TRUE(there(file));
  backup.reset();
  sweep(*world.desk, *world.writer, machine_time());
  EXPECT_FALSE(there(file));
  EXPECT_EQ(listed(), 0);
}

TEST_F(Sweep, AFileThatIsKeptAgainStays) {
  const auto ticket = world.submit("2026-11-23T14:00:00Z").id;
  attach("sent twice", ticket);
  take_from(ticket);
  auto again = keep("sent twice");
  sweep(*world.desk, *world.writer, machine_time());
  EXPECT_TRUE(there(again)) << "its write is under way";
  write([&](store::Session& session) {
    store::insert_attachments(session, ticket, 1, {again}, machine_time());
    return store::Keep::commit;
  });
  EXPECT_EQ(listed(), 0);
  again.held.reset();
  sweep(*world.desk, *world.writer, machine_time());
  EXPECT_TRUE(there(again));
}

TEST_F(Sweep, AFileTheDiskRefusesToRemoveIsNamedAndTriedAgain) {
  const auto ticket = world.submit("2026-11-23T14:00:00Z").id;
  const auto file = attach("in the way", ticket);
  const auto place = world.desk->blobs().path_of(file.sha256);
  take_from(ticket);
  std::filesystem::remove(place);
  std::filesystem::create_directories(place / "a folder that is not empty");
  const auto problems = sweep(*world.desk, *world.writer, machine_time());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_NE(problems[0].find(place.string()), std::string::npos) << problems[0];
  EXPECT_EQ(listed(), 1);
}

}  // namespace
}  // namespace punctual::timers
