#include "app/export/client_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/draft.h"
#include "store/blobs.h"
#include "store/files.h"
#include "tests/world/world.h"

namespace punctual::app {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using world::at;

struct ClientFolder : ::testing::Test {
  world::World world;
  world::TemporaryFolder elsewhere;
  fs::path to = elsewhere.path() / "export";
  TicketId ticket = world.submit("2026-11-25T15:00:00Z").id;

  std::expected<ExportedFolder, std::string> write_out(const desk::Progress& progress) {
    return export_client(*world.desk, "Harbour Bakery", to, at("2026-11-25T21:00:00Z"), progress);
  }
  std::string attach(const std::string& content) {
    const auto draft = world.desk->blobs().incoming() / "draft";
    store::write_file(draft, content);
    const auto facts = store::facts_of(draft);
    const auto sha256 = store::to_hex(store::view(facts.sha256));
    const auto held = world.desk->blobs().keep(draft, sha256);
    // As a client's answer does: its event names the file.
    (void)world.writer->write([&](store::Session& session) {
      (void)desk::change(*world.desk, session, ticket, std::nullopt, command::ClientReply{"See there.", {}},
                         Actor::contact({}), at("2026-11-25T15:10:00Z"), {{"a.png", sha256, facts.size}});
      return store::Keep::commit;
    });
    return sha256;
  }
};

TEST_F(ClientFolder, IsNotThereUntilItIsComplete) {
  bool looked = false;
  const auto made = write_out([&](std::string_view, std::int64_t, std::int64_t) {
    looked = true;
    EXPECT_FALSE(fs::exists(to)) << "a kill now must not leave what looks like an export";
    return true;
  });
  ASSERT_TRUE(made) << made.error();
  EXPECT_TRUE(looked);
  EXPECT_TRUE(fs::exists(to / "client.json"));
  EXPECT_TRUE(fs::exists(to / "tickets"));
}

TEST_F(ClientFolder, IsRemovedWhereTheMachineRefuses) {
  fs::create_directory(to);
  EXPECT_THROW((void)write_out([](std::string_view, std::int64_t, std::int64_t) -> bool {
                 throw std::runtime_error("disk full");
               }),
               std::runtime_error);
  EXPECT_TRUE(fs::is_empty(to));
}

TEST_F(ClientFolder, SaysWhichAttachmentIsGone) {
  const auto sha256 = attach("a screenshot");
  fs::remove(world.desk->blobs().path_of(sha256));
  const auto made = write_out([](std::string_view, std::int64_t, std::int64_t) { return true; });
  ASSERT_TRUE(made) << made.error();
  EXPECT_THAT(made->problems, ElementsAre(::testing::AllOf(HasSubstr("a.png"), HasSubstr("is gone"))));
  EXPECT_TRUE(fs::exists(to / "client.json"));
}

}  // namespace
}  // namespace punctual::app
