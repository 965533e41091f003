#include "desk/commands/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/commands/answer.h"
#include "desk/commands/link.h"
#include "desk/queries/course.h"
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

constexpr auto merged = [](const Desk& desk, store::Session& session, TicketId one, TicketId other,
                           std::int64_t version, const Actor& by, Instant now) {
  return merge(desk, session, one, other, IntoOpenForm::refused, version, by, now);
};

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
                  standing_of(ticket, world.desk->catalogue()->promises(), ticket.recorded_at),
                  world.desk->catalogue()->stages()),
              "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
  /// What the page's holder writes there.
  std::expected<TicketId, NotChanged> written_on(TicketId page, const char* when) {
    std::expected<TicketId, NotChanged> taken;
    (void)world.writer->write([&](store::Session& session) {
      taken = answer(*world.desk, session, page, {"Again!", {}}, at(when));
      return taken ? store::Keep::commit : store::Keep::discard;
    });
    return taken;
  }
  std::string refusal(TicketId source, TicketId target) {
    const auto done = on_both(merged, source, target);
    return done ? "" : done.error().refusal.detail;
  }
};

TEST_F(TwoTickets, MergedIsAnEndThatNothingJudgesOrCounts) {
  const auto source = world.submit(monday_9).id;
  const auto target = world.submit(monday_9).id;
  answered(source);
  EXPECT_EQ(store::first_replies_since(world.reader(), at(monday_9)).size(), 1U);
  ASSERT_TRUE(on_both(merged, source, target));
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
  ASSERT_TRUE(on_both(merged, source, target));
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
  ASSERT_TRUE(on_both(merged, other, one));
  EXPECT_THAT(refusal(foreign, other), ::testing::HasSubstr("merged into another itself"));
  EXPECT_FALSE(world.ticket(one).merged_into);
}

TEST_F(TwoTickets, WhatIsKnownGoesOnInAnOpenFormsTicketOnlyKnowingly) {
  const auto known = world.submit(monday_9).id;
  auto typed = world.request();
  typed.source = Source::form;  // her address, by whoever
  const auto form = world.submit(monday_9, typed).id;
  const auto other_form = world.submit(monday_9, typed).id;
  EXPECT_THAT(refusal(known, form), ::testing::HasSubstr("Merge it into this one instead"));
  EXPECT_EQ(world.ticket(known).version, 1);
  EXPECT_TRUE(on_both(merged, other_form, known));
  EXPECT_TRUE(on_both(
      [](auto& desk, auto& session, auto one, auto other, auto version, auto& by, auto now) {
        return merge(desk, session, one, other, IntoOpenForm::known, version, by, now);
      },
      known, form));
  EXPECT_EQ(world.ticket(known).merged_into, form);
}

TEST_F(TwoTickets, AnAnswerOnTheOldPageGoesWhereTheTicketWent) {
  const auto first = world.submit(monday_9).id;
  const auto second = world.submit(monday_9).id;
  const auto third = world.submit(monday_9).id;
  ASSERT_TRUE(on_both(merged, first, second));
  ASSERT_TRUE(on_both(merged, second, third));
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
  EXPECT_EQ(world.ticket(id).follower, *taken);
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

/// A's late answer opened F; A was reopened, F merged into it, and A resolved again.
TEST_F(TwoTickets, AFollowerMergedBackLocksNobodyOut) {
  const auto a = world.submit(monday_9).id;
  const auto resolve = [&](const char* when) {
    ASSERT_TRUE(world.change(a, command::Resolve{"Done."}, cora, when));
  };
  ASSERT_TRUE(world.change(a, command::Triage{1, world.north, world.milo}, cora, monday_9));
  resolve(monday_9);
  const auto f = written_on(a, "2026-12-24T15:00:00Z").value();
  ASSERT_TRUE(f);
  ASSERT_TRUE(world.change(a, command::Reopen{}, cora, "2026-12-24T16:00:00Z"));
  ASSERT_TRUE(on_both(merged, f, a));
  resolve("2026-12-24T17:00:00Z");
  EXPECT_EQ(course_of(world.reader(), a)->end().id, a);
  EXPECT_EQ(course_of(world.reader(), f)->end().id, a);
  EXPECT_EQ(course_of(world.reader(), f)->via, f);
  EXPECT_TRUE(written_on(f, "2026-12-24T18:00:00Z"));
  EXPECT_EQ(world.ticket(a).status, Status::open);
  expect_whole(a);
}

/// Both are resolved for good when they become one.
TEST_F(TwoTickets, ACircleOfResolvedTicketsHasAnEndForEachPage) {
  const auto a = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(a, command::Triage{1, world.north, world.milo}, cora, monday_9));
  ASSERT_TRUE(world.change(a, command::Resolve{"Done."}, cora, monday_9));
  const auto f = written_on(a, "2026-12-24T15:00:00Z").value();
  ASSERT_TRUE(world.change(f, command::Triage{1, world.north, world.milo}, cora, "2026-12-24T15:10:00Z"));
  ASSERT_TRUE(world.change(f, command::Resolve{"Done."}, cora, "2026-12-24T15:20:00Z"));
  ASSERT_TRUE(on_both(merged, f, a));
  EXPECT_EQ(course_of(world.reader(), a)->end().id, a);
  EXPECT_EQ(course_of(world.reader(), f)->end().id, a);
  EXPECT_TRUE(written_on(f, "2026-12-24T18:00:00Z").value()) << "late: it opens another";
}

TEST_F(TwoTickets, HoweverManyMergesTheFirstPagesAnswerArrives) {
  std::vector<TicketId> tickets;
  for (int i = 0; i < 56; ++i) tickets.push_back(world.submit(monday_9).id);
  for (std::size_t i = 0; i + 1 < tickets.size(); ++i)
    ASSERT_TRUE(on_both(merged, tickets[i], tickets[i + 1]));
  EXPECT_TRUE(written_on(tickets.front(), "2026-11-23T16:00:00Z"));
  const auto journal = store::read_journal(world.reader(), tickets.back());
  EXPECT_EQ(std::get<event::ClientReplied>(journal.back().event).via, tickets.front());
}

}  // namespace
}  // namespace punctual::desk
