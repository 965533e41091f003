#include "desk/commands/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/commands/answer.h"
#include "desk/commands/link.h"
#include "store/answers.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;
using world::World;

constexpr const char* monday_9 = "2026-11-23T14:00:00Z";
constexpr const char* monday_10 = "2026-11-23T15:00:00Z";

struct TwoTickets : ::testing::Test {
  World world;
  Actor cora = Actor::person(world.cora);

  template <class Command>
  std::expected<Changed, NotChanged> on_both(Command command, TicketId one, TicketId other) {
    std::expected<Changed, NotChanged> done;
    (void)world.writer->write([&](store::Session& session) {
      done = command(*world.desk, session, one, other, world.ticket(one).version, cora, at(monday_10));
      return done ? store::Keep::commit : store::Keep::discard;
    });
    return done;
  }
  void answered(TicketId id) {
    ASSERT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, monday_9));
    ASSERT_TRUE(world.change(id, command::Reply{"On it.", world.expectation("2026-11-23T20:00:00Z")}, cora,
                             "2026-11-23T14:10:00Z"));
  }
  void expect_whole(TicketId id) {
    const auto ticket = world.ticket(id);
    EXPECT_EQ(store::difference_from_row(world.reader(), id, ticket), "");
    EXPECT_EQ(store::difference_from_clocks(
                  world.reader(), id, ticket,
                  standing_of(ticket, world.desk->catalogue()->promises(), ticket.recorded_at)),
              "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
  std::string refusal(TicketId source, TicketId target) {
    const auto done = on_both(merge, source, target);
    return done ? "" : done.error().refusal.detail;
  }
};

TEST_F(TwoTickets, MergedIsAnEndThatNothingJudgesOrCounts) {
  const auto source = world.submit(monday_9).id;
  const auto target = world.submit(monday_9).id;
  answered(source);
  EXPECT_EQ(store::first_replies_since(world.reader(), at(monday_9)).size(), 1U);
  ASSERT_TRUE(on_both(merge, source, target));
  EXPECT_EQ(world.ticket(source).status, Status::merged);
  EXPECT_EQ(store::find_ticket(world.reader(), source)->next_due, store::never_due);
  EXPECT_TRUE(store::first_replies_since(world.reader(), at(monday_9)).empty());
  const auto standing =
      standing_of(world.ticket(source), world.desk->catalogue()->promises(), at("2026-12-24T15:00:00Z"));
  EXPECT_EQ(standing.clocks.resolution.state, sla::Clock::State::cancelled);
  EXPECT_EQ(standing.clocks.resolution.stopped, at(monday_10));
  EXPECT_EQ(standing.next_update->state, sla::NextUpdate::State::cancelled);
  EXPECT_EQ(store::newest_outbox(world.reader(), 1)[0].kind, store::MailKind::merged);
  expect_whole(source);
  expect_whole(target);
}

TEST_F(TwoTickets, TheTargetOwesWhatTheSourceWasAsked) {
  const auto target = world.submit(monday_9).id;
  answered(target);
  ASSERT_TRUE(world.change(target, command::Wait{}, cora, "2026-11-23T14:20:00Z"));
  const auto source = world.submit("2026-11-23T14:30:00Z").id;
  ASSERT_TRUE(on_both(merge, source, target));
  EXPECT_EQ(world.ticket(target).status, Status::open);
  EXPECT_EQ(store::find_ticket(world.reader(), target)->due_clock, "next_reply");
  expect_whole(target);
}

TEST_F(TwoTickets, ThatCannotBeOneAreRefusedWithARemedy) {
  const auto one = world.submit(monday_9).id;
  const auto other = world.submit(monday_9).id;
  auto stranger = world.request();
  stranger.email = "stranger@elsewhere.example";
  const auto foreign = world.submit(monday_9, stranger).id;
  const auto spam = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(spam, command::MarkSpam{}, cora, monday_9));
  EXPECT_THAT(refusal(one, one), ::testing::HasSubstr("into itself"));
  EXPECT_THAT(refusal(one, foreign), ::testing::HasSubstr("different clients"));
  EXPECT_THAT(refusal(one, spam), ::testing::HasSubstr("spam"));
  EXPECT_THAT(refusal(spam, one), ::testing::HasSubstr("is an end"));
  ASSERT_TRUE(on_both(merge, other, one));
  EXPECT_THAT(refusal(foreign, other), ::testing::HasSubstr("merged into another itself"));
  EXPECT_FALSE(world.ticket(one).merged_into);
}

TEST_F(TwoTickets, AnAnswerOnTheOldPageGoesWhereTheTicketWent) {
  const auto first = world.submit(monday_9).id;
  const auto second = world.submit(monday_9).id;
  const auto third = world.submit(monday_9).id;
  ASSERT_TRUE(on_both(merge, first, second));
  ASSERT_TRUE(on_both(merge, second, third));
  std::expected<TicketId, NotChanged> taken;
  (void)world.writer->write([&](store::Session& session) {
    taken = answer(*world.desk, session, first, {"Are you there?", {}}, at(monday_10));
    return store::Keep::commit;
  });
  ASSERT_TRUE(taken);
  EXPECT_FALSE(*taken) << "nothing new was opened";
  const auto journal = store::read_journal(world.reader(), third);
  EXPECT_EQ(std::get<event::ClientReplied>(journal.back().event).via, first);
  expect_whole(third);
}

TEST_F(TwoTickets, ALateAnswerOpensALinkedRequest) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(id, command::Triage{1, world.north, world.milo}, cora, monday_9));
  ASSERT_TRUE(world.change(id, command::Resolve{"Done."}, cora, monday_10));
  std::expected<TicketId, NotChanged> taken;
  (void)world.writer->write([&](store::Session& session) {
    taken = answer(*world.desk, session, id, {"Again!", {}}, at("2026-12-24T15:00:01Z"));
    return store::Keep::commit;
  });
  ASSERT_TRUE(taken && *taken);
  EXPECT_EQ(world.ticket(id).followed_by(), *taken);
  const auto opened = world.ticket(*taken);
  EXPECT_EQ(opened.request.description, "Again!");
  EXPECT_EQ(opened.request.client, world.bakery);
  EXPECT_EQ(opened.links, (std::vector<Link>{{id, Relation::follows}}));
  EXPECT_EQ(store::find_ticket(world.reader(), *taken)->last_event, "submitted");
  expect_whole(id);
  expect_whole(*taken);
}

TEST_F(TwoTickets, ALinkStandsOnBothSidesOnceAndIsTakenBack) {
  const auto one = world.submit(monday_9).id;
  const auto other = world.submit(monday_9).id;
  ASSERT_TRUE(on_both(link, one, other));
  ASSERT_TRUE(on_both(link, other, one));
  EXPECT_EQ(world.ticket(one).version, 2);
  EXPECT_EQ(world.ticket(other).links, (std::vector<Link>{{one, Relation::related}}));
  ASSERT_TRUE(on_both(unlink, other, one));
  EXPECT_TRUE(world.ticket(one).links.empty());
  EXPECT_TRUE(world.ticket(other).links.empty());
  expect_whole(one);
}

}  // namespace
}  // namespace punctual::desk
