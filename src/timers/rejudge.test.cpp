#include "timers/rejudge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/commands/change_hours.h"
#include "store/ticket_check.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::timers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using world::at;
using world::World;

constexpr const char* wednesday_16 = "2026-11-25T21:00:00Z";

struct Rejudge : ::testing::Test {
  World world;
  std::set<TicketId> unread;
  std::vector<std::string> logged;

  void close_on(const char* date) {
    auto wanted = desk::read_hours(world.reader());
    wanted.hours.exceptions[*parse_date(date)] = {};
    (void)world.writer->write([&](store::Session& session) {
      EXPECT_TRUE(desk::change_hours(session, wanted.version, wanted, world.max, at(wednesday_16)));
      return store::Keep::commit;
    });
    world.desk->reload(world.reader());
  }
  /// How many turns it took.
  int run() {
    int turns = 0;
    while (rejudge_some(*world.desk, *world.writer, at(wednesday_16), unread,
                        [&](std::string_view line) { logged.emplace_back(line); }))
      ++turns;
    return turns;
  }
  PolicyId in_force() { return world.desk->catalogue()->policies().in_force("standard", at(wednesday_16)); }
};

TEST_F(Rejudge, AllThatRunFollowOnce) {
  std::vector<TicketId> ids;
  for (int i = 0; i < 5; ++i) ids.push_back(world.submit("2026-11-25T20:00:00Z").id);
  const auto spam = world.submit("2026-11-25T20:00:00Z").id;
  ASSERT_TRUE(world.change(spam, command::MarkSpam{}, Actor::person(world.cora), wednesday_16));
  EXPECT_EQ(run(), 0);
  close_on("2026-11-27");
  close_on("2026-11-30");  // two changes at once are one step for those who missed the first
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(run(), 0);
  for (const auto id : ids) {
    EXPECT_EQ(world.ticket(id).policy, in_force());
    EXPECT_EQ(store::difference_from_row(world.reader(), id, world.ticket(id)), "");
  }
  EXPECT_NE(world.ticket(spam).policy, in_force());
}

TEST_F(Rejudge, ATicketThatCannotBeReadHoldsUpNobody) {
  const auto broken = world.submit("2026-11-25T20:00:00Z").id;
  const auto whole = world.submit("2026-11-25T20:00:00Z").id;
  (void)world.writer->write([&](store::Session& session) {
    session
        .prepare(
            "UPDATE journal_content SET content = 'x' WHERE journal_id = (SELECT id FROM journal WHERE "
            "subject = 'ticket' AND subject_id = ? AND seq = 1)")
        .bind(broken)
        .run();
    return store::Keep::commit;
  });
  close_on("2026-11-27");
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(world.ticket(whole).policy, in_force());
  EXPECT_THAT(unread, ElementsAre(broken));
  EXPECT_THAT(logged, ElementsAre(HasSubstr("could not be rejudged")));
  EXPECT_EQ(run(), 0);
  EXPECT_EQ(logged.size(), 1U) << "not tried again before the hour is over";
}

TEST_F(Rejudge, FindsTheTicketsOfAVersionByItsIndex) {
  auto query = world.reader().prepare("EXPLAIN QUERY PLAN SELECT t.id " + std::string(store::superseded_sql));
  std::string steps;
  while (query.step()) steps += query.string(3) + "\n";
  EXPECT_THAT(steps, HasSubstr("ticket_policy (policy_id=?)"));
  EXPECT_THAT(steps, ::testing::Not(HasSubstr("SCAN t")));
  EXPECT_THAT(steps, ::testing::Not(HasSubstr("TEMP B-TREE")));
}

}  // namespace
}  // namespace punctual::timers
