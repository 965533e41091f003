// Backups of somebody else's making: what a row or a link leads to is neither read nor written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "desk/backup/backup.h"
#include "desk/backup/verify.h"
#include "store/files.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using world::at;

constexpr const char* now = "2026-11-25T21:00:00Z";
const Progress to_the_end = [](std::string_view, std::int64_t, std::int64_t) { return true; };
const std::string some_hash = "ab" + std::string(62, '0');

struct ForeignBackup : ::testing::Test {
  world::World world;
  world::TemporaryFolder elsewhere;
  Layout backup{elsewhere.path() / "backup"};
  Layout restored{elsewhere.path() / "machine" / "data"};

  ForeignBackup() {
    const Layout data{world.folder.path()};
    store::write_file(data.key(), std::string(key_bytes, 'k'));
    EXPECT_TRUE(make_backup(data, world.desk->blobs(), backup.folder, std::nullopt, at(now), to_the_end));
  }
  /// With a manifest that agrees.
  void name_blob(const std::string& sha256, std::int64_t size) const {
    {
      store::Session session(backup.database().string(), store::Session::Mode::read_write);
      session.prepare("INSERT INTO blob (sha256, size, created_at) VALUES (?, ?, 0)")
          .bind(sha256)
          .bind(size)
          .run();
    }
    auto manifest = read_manifest(backup.manifest()).value();
    const auto facts = store::facts_of(backup.database());
    manifest.database_sha256 = store::to_hex(store::view(facts.sha256));
    manifest.database_bytes = facts.size;
    fs::remove(backup.manifest());
    store::write_file(backup.manifest(), to_json(manifest));
  }
  fs::path shelved(const std::string& sha256) const {
    const auto file = store::blob_path(backup.blobs(), sha256);
    fs::create_directories(file.parent_path());
    return file;
  }
  std::expected<Restored, std::string> restore() const {
    return restore_backup(backup, restored.folder, Taken::without_what_may_have_ended, at(now), to_the_end);
  }
  std::vector<std::string> verified() const { return verify(backup, world.zones, to_the_end).problems; }
};

TEST_F(ForeignBackup, WritesNothingBesideWhatIsRestored) {
  const std::string climbing = "aa../../../escaped/x";
  name_blob(climbing, 2);
  const auto source = backup.blobs() / "aa" / "../../../escaped/x";
  fs::create_directories(backup.blobs() / "aa");
  fs::create_directories(elsewhere.path() / "escaped");
  std::ofstream(source) << "id";
  fs::remove_all(elsewhere.path() / "machine");
  const auto done = restore();
  ASSERT_TRUE(done) << done.error();
  EXPECT_THAT(done->problems, ElementsAre(HasSubstr("is no hash")));
  EXPECT_THAT(verified(), Contains(HasSubstr("is no hash")));
  std::vector<std::string> made;
  for (const auto& entry : fs::directory_iterator(elsewhere.path() / "machine"))
    made.push_back(entry.path().filename());
  EXPECT_THAT(made, ElementsAre("data"));
  EXPECT_THROW(store::blob_path(restored.blobs(), climbing), std::runtime_error);
  EXPECT_TRUE(world.desk->blobs().remove_unnamed(world.reader(), climbing));
  EXPECT_TRUE(fs::exists(source)) << "nor is anything removed";
}

TEST_F(ForeignBackup, ReadsNoLinkAndNothingThatNeverEnds) {
  const auto secret = elsewhere.path() / "secret";
  std::ofstream(secret) << "root";
  const auto hash_of = [](char digit) { return "ab" + std::string(62, digit); };
  const auto target = [&](char digit) { return store::blob_path(restored.blobs(), hash_of(digit)); };
  for (const char digit : {'1', '2', '3', '4'}) name_blob(hash_of(digit), 4);
  fs::create_symlink(secret, shelved(hash_of('1')));
  fs::create_symlink("/dev/zero", shelved(hash_of('2')));
  ASSERT_EQ(::mkfifo(shelved(hash_of('3')).c_str(), 0600), 0);
  std::ofstream(shelved(hash_of('4')));
  fs::resize_file(shelved(hash_of('4')), std::uintmax_t{1} << 42);  // a hole
  const auto done = restore();
  ASSERT_TRUE(done) << done.error();
  EXPECT_THAT(done->problems, ElementsAre(HasSubstr("it is a link"), HasSubstr("it is a link"),
                                          HasSubstr("no regular file"), HasSubstr("is damaged")));
  for (const char digit : {'1', '2', '3', '4'}) EXPECT_FALSE(fs::exists(target(digit))) << digit;
  EXPECT_EQ(verified().size(), 4U);
}

TEST_F(ForeignBackup, IsRefusedWhereAPartIsALinkOrFifo) {
  for (const auto& part : {backup.manifest(), backup.database(), backup.key()}) {
    const auto aside = elsewhere.path() / "aside";
    fs::rename(part, aside);
    fs::create_symlink(aside, part);
    auto refused = restore();
    ASSERT_FALSE(refused) << part;
    EXPECT_THAT(refused.error(), AllOf(HasSubstr(part.string()), HasSubstr("it is a link")));
    EXPECT_THAT(verified(), Contains(HasSubstr("it is a link")));
    fs::remove(part);
    ASSERT_EQ(::mkfifo(part.c_str(), 0600), 0);
    refused = restore();
    ASSERT_FALSE(refused) << part;
    EXPECT_THAT(refused.error(), HasSubstr("no regular file"));
    EXPECT_THAT(verified(), Contains(HasSubstr("no regular file")));
    fs::remove(part);
    fs::rename(aside, part);
  }
  EXPECT_TRUE(restore());
}

}  // namespace
}  // namespace punctual::desk
