#include "store/hand_offs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/directory_changes.h"
#include "store/migrations/migrations.h"

namespace punctual::store {
namespace {

constexpr Instant at(int seconds) {
  return Instant{Seconds{seconds}};
}

struct HandOffRows : ::testing::Test {
  Session session{":memory:", Session::Mode::read_write};
  PersonId nora;
  void SetUp() override {
    migrate(session);
    nora = insert_person(session, {.name = "Nora", .email = "nora@x.example", .role = people::Role::member});
  }
  std::optional<HandOffId> tell(int leaves, int settles) {
    return insert_hand_off(session, {.person = nora,
                                     .leaves = at(leaves),
                                     .returns = at(leaves + 1000),
                                     .sudden = true,
                                     .told_at = at(leaves - 10),
                                     .settles_at = at(settles)});
  }
};

TEST_F(HandOffRows, ALeaveIsToldOnce) {
  const auto id = tell(100, 100);
  ASSERT_TRUE(id);
  EXPECT_FALSE(tell(100, 200));
  EXPECT_TRUE(tell(101, 300));
  const auto row = find_hand_off(session, nora, at(100)).value();
  EXPECT_EQ(row.id, *id);
  EXPECT_EQ(row.returns, at(1100));
  EXPECT_TRUE(row.sudden);
  EXPECT_EQ(row.told_at, at(90));
}

TEST_F(HandOffRows, ALeaveIsSettledOnce) {
  const auto first = tell(100, 100).value();
  const auto second = tell(200, 250).value();
  EXPECT_EQ(next_settlement_at(session), at(100));
  EXPECT_TRUE(hand_offs_to_settle(session, at(99)).empty());
  ASSERT_EQ(hand_offs_to_settle(session, at(100)).size(), 1U);
  settle_hand_off(session, first, at(700), at(101));
  EXPECT_TRUE(hand_offs_to_settle(session, at(249)).empty());
  EXPECT_EQ(next_settlement_at(session), at(250));
  EXPECT_EQ(find_hand_off(session, first)->returns, at(700));
  EXPECT_EQ(find_hand_off(session, first)->settled_at, at(101));
  postpone_hand_off(session, second, at(400));
  EXPECT_EQ(next_settlement_at(session), at(400));
}

TEST_F(HandOffRows, FindsTicketsOfSomebodyByAnIndex) {
  auto query = session.prepare(
      "EXPLAIN QUERY PLAN SELECT id, next_due FROM ticket WHERE assignee_id = ? AND active = 1 AND next_due "
      "<= ? AND "
      "coalesce(assigned_at, 0) <= ? ORDER BY next_due, id");
  std::string plan;
  while (query.step()) plan += query.string(3) + "\n";
  EXPECT_THAT(plan, ::testing::HasSubstr("ticket_assignee (assignee_id=? AND next_due<?)"));
  EXPECT_THAT(plan, ::testing::Not(::testing::HasSubstr("TEMP B-TREE")));
}

}  // namespace
}  // namespace punctual::store
