// What ended after a backup was made does not come back with it.
#include "desk/backup/withdraw.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "desk/access/sign_in.h"
#include "desk/backup/backup.h"
#include "desk/backup/verify.h"
#include "store/access.h"
#include "store/files.h"
#include "store/outbox.h"
#include "store/password_links.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;

constexpr const char* now = "2026-11-25T21:00:00Z";
constexpr const char* later = "2026-11-25T22:00:00Z";
const Progress to_the_end = [](std::string_view, std::int64_t, std::int64_t) { return true; };

struct RestoredDesk : ::testing::Test {
  world::World world;
  world::TemporaryFolder elsewhere;
  store::Sha256 signed_in = store::sha256("a session");
  PasswordLinkId link;

  RestoredDesk() {
    world.submit("2026-11-25T15:00:00Z");
    (void)world.writer->write([&](store::Session& session) {
      const auto ends = at("2026-12-25T21:00:00Z");
      store::insert_session(session, signed_in,
                            {.person = world.max,
                             .browser = {},
                             .created_at = at(now),
                             .last_seen_at = at(now),
                             .expires_at = ends});
      store::insert_token(session, store::sha256("a token"), world.max, "", at(now), ends);
      link = store::insert_link(session, {.person = world.milo,
                                          .kind = store::LinkKind::invitation,
                                          .nonce = "nonce",
                                          .created_at = at(now),
                                          .expires_at = ends});
      return store::Keep::commit;
    });
    store::write_file(Layout{world.folder.path()}.key(), std::string(key_bytes, 'k'));
    EXPECT_TRUE(make_backup({world.folder.path()}, world.desk->blobs(), elsewhere.path() / "backup",
                            std::nullopt, at(now), to_the_end));
  }
  Restored restore(Taken taken) const {
    auto restored =
        restore_backup({elsewhere.path() / "backup"}, data().folder, taken, at(later), to_the_end);
    EXPECT_TRUE(restored) << restored.error();
    EXPECT_TRUE(verify(data(), world.zones, to_the_end).problems.empty());
    return *restored;
  }
  Layout data() const { return {elsewhere.path() / "data"}; }
  store::Session opened() const { return {data().database().string(), store::Session::Mode::read_only}; }
};

TEST_F(RestoredDesk, LetsNobodyInWhoWasInAndSendsNoMailAgain) {
  const auto waited = store::count_waiting_mails(world.reader());
  ASSERT_GT(waited, 0);
  const auto ended = restore(Taken::without_what_may_have_ended).withdrawn;
  EXPECT_EQ(ended.sessions, 1);
  EXPECT_EQ(ended.tokens, 1);
  EXPECT_EQ(ended.links, 1);
  EXPECT_EQ(ended.mails, waited);
  auto session = opened();
  EXPECT_FALSE(store::find_session(session, signed_in, at(later)));
  EXPECT_FALSE(store::find_token(session, store::sha256("a token"), at(later)));
  EXPECT_FALSE(store::find_link(session, link)->works_at(at(later)));
  EXPECT_EQ(store::count_waiting_mails(session), 0);
  EXPECT_TRUE(std::ranges::all_of(store::newest_outbox(session, 100), [](const store::OutboxRow& mail) {
    return mail.state == store::MailState::failed;
  })) << "they are seen as not sent";
}

TEST_F(RestoredDesk, GoesOnWhereItIsMovedAsItIs) {
  const auto waited = store::count_waiting_mails(world.reader());
  const auto ended = restore(Taken::as_it_is).withdrawn;
  EXPECT_EQ(ended.sessions + ended.tokens + ended.links + ended.mails, 0);
  auto session = opened();
  EXPECT_TRUE(store::find_session(session, signed_in, at(later)));
  EXPECT_TRUE(store::find_token(session, store::sha256("a token"), at(later)));
  EXPECT_TRUE(store::find_link(session, link)->works_at(at(later)));
  EXPECT_EQ(store::count_waiting_mails(session), waited);
}

}  // namespace
}  // namespace punctual::desk
