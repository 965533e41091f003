#include "store/copies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/migrations/migrations.h"

namespace punctual::store {
namespace {

/// A desk as the steps before left it: tickets with what their journals say.
struct OldDesk {
  Session session{":memory:", Session::Mode::read_write};

  OldDesk() {
    migrate(session, 10);
    session.execute("PRAGMA foreign_keys=OFF");
  }
  void ticket(std::int64_t id) {
    session
        .prepare(
            "INSERT INTO ticket (id, version, status, active, provisional_tier, impact, contact_name, "
            "contact_name_folded, contact_email_folded, verified, policy_id, summary, site, submitted_at, "
            "next_due, last_event, last_at, last_actor_kind, last_actor_id, link_generation, chain_head) "
            "VALUES "
            "(?, 1, 'new', 1, 3, 'x', '', '', '', 1, 1, '', '', 0, 0, 'submitted', 0, 'desk', 0, 1, x'00')")
        .bind(id)
        .run();
  }
  void happened(std::int64_t id, std::int64_t seq, std::string_view type,
                std::optional<std::string_view> content) {
    session
        .prepare(
            "INSERT INTO journal (subject, subject_id, seq, type, type_version, at, actor_kind, actor_id, "
            "content_hash, hash) VALUES ('ticket', ?, ?, ?, 1, 0, 'desk', 0, x'00', x'00')")
        .bind(id)
        .bind(seq)
        .bind(type)
        .run();
    if (content)
      session.prepare("INSERT INTO journal_content VALUES (last_insert_rowid(), x'00', ?)")
          .bind(*content)
          .run();
  }
};

TEST(CopiesMigration, FindsCopyReadersOfOldTicketsRedactedOnesToo) {
  OldDesk old;
  old.ticket(1001);
  old.happened(1001, 1, "submitted", R"({"cc":["Kim@x.example","lee@x.example"]})");
  old.ticket(1002);
  old.happened(1002, 1, "submitted", std::nullopt);
  old.happened(
      1002, 2, "redacted",
      R"({"reason":"r","person":false,"remains":[{"seq":1,"content":"{\"cc\":[\"kim@x.example\"]}"}]})");
  old.ticket(1003);
  old.happened(1003, 1, "submitted", R"({"cc":[]})");
  old.happened(1004, 1, "submitted", R"({"cc":["kim@x.example"]})");  // whose row is lost
  migrate(old.session);
  EXPECT_THAT(tickets_copied_to(old.session, "kim@x.example"),
              ::testing::ElementsAre(TicketId{1001}, TicketId{1002}));
  EXPECT_THAT(tickets_copied_to(old.session, "lee@x.example"), ::testing::ElementsAre(TicketId{1001}));
}

}  // namespace
}  // namespace punctual::store
