#include "timers/sweep.h"

#include <gtest/gtest.h>

#include <fstream>

#include "store/blobs.h"
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
    world.desk->blobs().keep(temporary, hash);
    return {"file", hash, static_cast<std::int64_t>(content.size())};
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
  const auto file = keep("attached");
  const auto ticket = world.submit("2026-11-23T14:00:00Z").id;
  write([&](store::Session& session) {
    store::insert_attachments(session, ticket, 1, {file}, machine_time());
    return store::Keep::commit;
  });
  sweep_all_day_long(machine_time() + hours{48});
  EXPECT_TRUE(there(file));
  EXPECT_TRUE(store::has_blob(world.reader(), file.sha256));
}

TEST_F(Sweep, AStashedFileGoesADayAfterItsStash) {
  const auto file = keep("stashed");
  const auto now = machine_time();
  write([&](store::Session& session) {
    store::insert_stash(session, "nonce", {file}, now, now + hours{1});
    return store::Keep::commit;
  });
  sweep(*world.desk, *world.writer, now + hours{23});
  EXPECT_TRUE(there(file));
  sweep(*world.desk, *world.writer, now + hours{25});  // its row stayed while it was stashed
  sweep(*world.desk, *world.writer, now + hours{26});
  EXPECT_FALSE(there(file));
  EXPECT_FALSE(store::has_blob(world.reader(), file.sha256));
}

TEST_F(Sweep, AFileWhoseWriteNeverCommittedGoesWhenItsShelfHasItsTurn) {
  const auto file = keep("never committed");
  sweep_all_day_long(machine_time() - hours{256});
  EXPECT_TRUE(there(file)) << "not before a day has passed";
  sweep_all_day_long(machine_time() + hours{25});
  EXPECT_FALSE(there(file));
}

}  // namespace
}  // namespace punctual::timers
