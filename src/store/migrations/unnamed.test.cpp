#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "store/blobs.h"
#include "store/migrations/migrations.h"

namespace punctual::store {
namespace {

TEST(UnnamedMigration, ListsForRemovalWhatOlderDesksLeft) {
  const auto path =
      std::filesystem::temp_directory_path() / ("unnamed_migration_" + std::to_string(::getpid()));
  std::filesystem::remove(path);
  {
    Session session(path.string(), Session::Mode::read_write);
    migrate(session, 8);
    session.execute(
        "INSERT INTO blob (sha256, size, created_at) VALUES ('named', 1, 0), ('left', 1, 0);"
        "INSERT INTO stash (nonce, blob_id, name, size, expires_at) VALUES ('n', 1, 'a.png', 1, 0)");
    migrate(session);
    EXPECT_TRUE(has_blob(session, "named"));
    EXPECT_FALSE(has_blob(session, "left"));
    auto listed = session.prepare("SELECT sha256 FROM blob_removal");
    ASSERT_TRUE(listed.step());
    EXPECT_EQ(listed.text(0), "left");
    EXPECT_FALSE(listed.step());
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace punctual::store
