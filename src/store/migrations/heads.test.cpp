#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/journal.h"
#include "store/migrations/migrations.h"

namespace punctual::store {
namespace {

TEST(HeadsMigration, KnowsTheNewestEventOfWhatWasAuditedBefore) {
  Session session(":memory:", Session::Mode::read_write);
  migrate(session, 12);
  const auto happens = [&](std::int64_t token) {
    append_audit(session, "token", token, "token_created", Instant{Seconds{100}}, Actor::desk(), "{}");
  };
  for (const std::int64_t token : {1, 1, 2}) happens(token);
  session.execute("DROP TABLE audit_head; PRAGMA user_version=11");  // as the step before left it
  EXPECT_FALSE(is_of_this_version(session));
  migrate(session);
  EXPECT_TRUE(is_of_this_version(session));
  for (const std::int64_t token : {1, 2}) EXPECT_TRUE(audit_holds(session, "token", token)) << token;
  happens(1);
  EXPECT_TRUE(audit_holds(session, "token", 1));
  session.execute("PRAGMA foreign_keys=OFF; DELETE FROM journal WHERE subject_id = 1 AND seq = 3");
  EXPECT_TRUE(chain_end(session, "token", 1)) << "what is left is a chain";
  EXPECT_FALSE(audit_holds(session, "token", 1));
  session.execute("DELETE FROM journal WHERE subject_id = 2");
  EXPECT_FALSE(audit_holds(session, "token", 2));
  EXPECT_EQ(audited_subjects(session).size(), 2U) << "though nothing is left of one";
}

}  // namespace
}  // namespace punctual::store
