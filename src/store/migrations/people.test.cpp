#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "store/access.h"
#include "store/migrations/migrations.h"
#include "store/outbox.h"

namespace punctual::store {
namespace {

TEST(PeopleMigration, MailsKeepTheirTicketsAndWhoIsSignedInStaysSo) {
  const auto path =
      std::filesystem::temp_directory_path() / ("people_migration_" + std::to_string(::getpid()));
  std::filesystem::remove(path);
  {
    Session session(path.string(), Session::Mode::read_write);
    migrate(session, 4);
    session.execute("PRAGMA foreign_keys=OFF");
    session.execute(
        "INSERT INTO person VALUES (7, 'Cora', 'cora@x.example', 'cora@x.example', 'manager', 1, 0, NULL, "
        "'{}');"
        "INSERT INTO outbox VALUES (3, 'reply', 1001, 4, 'Nora', 'nora@x.example', '[]', '<m@x>', 100, "
        "'waiting', "
        "2, 200, NULL, NULL)");
    session.execute(
        "INSERT INTO person VALUES (8, 'Milo', 'milo@x.example', 'milo@x.example', 'member', 0, 0, 'hash', "
        "'{}')");
    const Sha256 secret = sha256("secret");
    insert_token(session, secret, {8}, "", Instant{Seconds{100}}, Instant{Seconds{900}});
    session.prepare("INSERT INTO session VALUES (?, 7, 100, 900)").bind_blob(view(secret)).run();

    migrate(session);

    auto left = session.prepare("SELECT password_hash FROM person WHERE id = 8");
    ASSERT_TRUE(left.step());
    EXPECT_FALSE(left.optional_string(0)) << "who has left comes back by an invitation";
    EXPECT_TRUE(read_tokens(session, Instant{Seconds{500}}).empty());
    const auto mail = find_outbox(session, 3);
    ASSERT_TRUE(mail);
    EXPECT_EQ(mail->ticket, TicketId{1001});
    EXPECT_EQ(mail->attempts, 2);
    EXPECT_FALSE(mail->link);
    EXPECT_EQ(
        earlier_message_ids(session, OutboxRow{.id = 9, .ticket = {1001}, .to_address = "nora@x.example"}),
        std::vector<std::string>{"<m@x>"});
    const auto holder = find_session(session, secret, Instant{Seconds{500}});
    ASSERT_TRUE(holder);
    EXPECT_EQ(holder->name, "Cora");
    const auto sessions = read_sessions(session, {7}, Instant{Seconds{500}});
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_EQ(sessions[0].last_seen_at, Instant{Seconds{100}});
  }
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace punctual::store
