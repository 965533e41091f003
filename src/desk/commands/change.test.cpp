#include "desk/commands/change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/answers.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;
using world::World;

constexpr const char* monday_9 = "2026-11-23T14:00:00Z";

struct Desk : ::testing::Test {
  World world;
  Actor cora = Actor::person(world.cora);

  void expect_whole(TicketId id) {
    EXPECT_EQ(store::difference_from_row(world.reader(), id, world.ticket(id)), "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
  std::vector<std::string> mail_kinds() {
    std::vector<std::string> kinds;
    for (const auto& row : store::newest_outbox(world.reader(), 100))
      kinds.emplace_back(store::to_text(row.kind));
    std::ranges::reverse(kinds);
    return kinds;
  }
};

TEST_F(Desk, ATicketRunsByItsProvisionalTier) {
  const auto submitted = world.submit(monday_9);
  EXPECT_EQ(submitted.standing.clocks.first_reply.due, at("2026-11-23T14:30:00Z"));
  EXPECT_EQ(world.ticket(submitted.id).provisional_tier, 1);
  const auto row = store::find_ticket(world.reader(), submitted.id);
  ASSERT_TRUE(row);
  EXPECT_EQ(row->next_due, at("2026-11-23T14:30:00Z").time_since_epoch().count());
  EXPECT_EQ(row->client, world.bakery);
  expect_whole(submitted.id);
}

TEST_F(Desk, TriageMailsNobodyOutsideAndTheFirstReplyTellsTheClient) {
  const auto id = world.submit(monday_9).id;
  EXPECT_THAT(mail_kinds(), ::testing::ElementsAre("received", "staff_new_ticket"));
  ASSERT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, "2026-11-23T14:05:00Z"));
  EXPECT_EQ(mail_kinds().size(), 2U);
  ASSERT_TRUE(world.change(id, command::Reply{"We are on it.", world.expectation("2026-11-23T16:00:00Z")},
                           cora, "2026-11-23T14:10:00Z"));
  EXPECT_THAT(mail_kinds(), ::testing::ElementsAre("received", "staff_new_ticket", "first_reply"));
  EXPECT_THAT(store::first_replies_since(world.reader(), at(monday_9)), ::testing::ElementsAre(600));
  expect_whole(id);
}

TEST_F(Desk, AFirstReplyNeedsTriageAndAnExpectation) {
  const auto id = world.submit(monday_9).id;
  const auto early = world.change(id, command::Reply{"Hello.", world.expectation("2026-11-23T16:00:00Z")},
                                  cora, "2026-11-23T14:01:00Z");
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().refusal.reason, Refusal::Reason::needs_triage);
  ASSERT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, "2026-11-23T14:05:00Z"));
  const auto bare = world.change(id, command::Reply{"Hello.", std::nullopt}, cora, "2026-11-23T14:06:00Z");
  ASSERT_FALSE(bare);
  EXPECT_EQ(bare.error().refusal.field, "expectation");
  const auto past = world.change(id, command::Reply{"Hello.", world.expectation("2026-11-23T14:06:00Z")},
                                 cora, "2026-11-23T14:06:00Z");
  ASSERT_FALSE(past);
  EXPECT_EQ(past.error().refusal.field, "expectation.next_update_by");
  EXPECT_FALSE(world.ticket(id).first_replied_at);
}

TEST_F(Desk, WhatIsDoubtfulIsTakenWithAWarning) {
  const auto id = world.submit(monday_9).id;
  const auto triaged =
      world.change(id, command::Triage{2, world.north, world.mira}, cora, "2026-11-23T14:05:00Z");
  ASSERT_TRUE(triaged);
  EXPECT_THAT(
      triaged->warnings,
      ::testing::ElementsAre(::testing::HasSubstr("Mira Castellanos is not in this pod"),
                             "Mira Castellanos is not at work before it is due, Monday 23 November, 13:00."));
  const auto replied = world.change(id, command::Reply{"On it.", world.expectation("2026-11-24T03:00:00Z")},
                                    cora, "2026-11-23T14:06:00Z");
  ASSERT_TRUE(replied);
  EXPECT_THAT(
      replied->warnings,
      ::testing::Contains("The next update falls outside Milo Adeyemi's hours. Milo Adeyemi is at work "
                          "Monday 23 November, 09:06 to 17:00, and again Tuesday 24 November, 08:00 to "
                          "17:00."));
}

TEST_F(Desk, AnUpdateIsPromisedForAsLongAsSomebodyIsAtWork) {
  const auto id = world.submit(monday_9).id;
  (void)world.change(id, command::Triage{2, world.north, world.mira}, cora, "2026-11-23T14:05:00Z");
  const auto outside = [&](const char* update_by) {
    const auto replied = world.change(id, command::Reply{"On it.", world.expectation(update_by)}, cora,
                                      "2026-11-23T14:06:00Z");
    return ::testing::Value(replied.value().warnings, ::testing::Contains(::testing::HasSubstr("outside")));
  };
  EXPECT_FALSE(outside("2026-11-23T22:00:00Z")) << "an answer as the day ends is in time";
  EXPECT_TRUE(outside("2026-11-23T22:00:01Z"));
  EXPECT_TRUE(outside("2026-11-24T13:00:00Z")) << "nobody can write before the day begins";
  EXPECT_FALSE(outside("2026-11-24T13:00:01Z"));
}

TEST_F(Desk, AStaleVersionIsRefused) {
  const auto id = world.submit(monday_9).id;
  std::expected<Changed, NotChanged> result;
  (void)world.writer->write([&](store::Session& session) {
    result = change(*world.desk, session, id, 7, command::Note{"?"}, cora, at("2026-11-23T14:01:00Z"));
    return store::Keep::discard;
  });
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().why, NotChanged::Why::stale);
  EXPECT_EQ(result.error().version, 1);
}

TEST_F(Desk, WaitingPausesResolutionAndTheClientsAnswerEndsIt) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(id, command::Triage{1, world.north, world.milo}, cora, "2026-11-23T14:05:00Z"));
  ASSERT_TRUE(world.change(id, command::Reply{"Which browser?", world.expectation("2026-11-23T16:00:00Z")},
                           cora, "2026-11-23T14:10:00Z"));
  ASSERT_TRUE(world.change(id, command::Wait{}, cora, "2026-11-23T14:11:00Z"));
  EXPECT_EQ(store::find_ticket(world.reader(), id)->next_due, store::never_due);
  ASSERT_TRUE(
      world.change(id, command::ClientReply{"Firefox.", {}}, Actor::contact({}), "2026-11-23T15:11:00Z"));
  EXPECT_EQ(world.ticket(id).status, Status::open);
  EXPECT_EQ(store::find_ticket(world.reader(), id)->due_clock, "next_reply");
  expect_whole(id);
}

TEST_F(Desk, AnAnswerReopensForThirtyDays) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(id, command::Triage{1, world.north, world.milo}, cora, "2026-11-23T14:05:00Z"));
  ASSERT_TRUE(world.change(id, command::Resolve{"Done."}, cora, "2026-11-23T15:00:00Z"));
  EXPECT_TRUE(world.ticket(id).first_replied_at) << "a resolution may be the first reply";
  const auto late =
      world.change(id, command::ClientReply{"Again!", {}}, Actor::contact({}), "2026-12-24T15:00:01Z");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().refusal.reason, Refusal::Reason::too_late_to_reopen);
  ASSERT_TRUE(
      world.change(id, command::ClientReply{"Again!", {}}, Actor::contact({}), "2026-12-23T15:00:00Z"));
  EXPECT_EQ(world.ticket(id).status, Status::open);
  expect_whole(id);
}

TEST_F(Desk, AConversationHoldsOnlySoMuchTextOfTheClient) {
  const auto id = world.submit(monday_9).id;
  const std::string long_text(100'000, 'x');
  for (int i = 0; i < 20; ++i)
    ASSERT_TRUE(
        world.change(id, command::ClientReply{long_text, {}}, Actor::contact({}), "2026-11-23T14:05:00Z"));
  const auto refused =
      world.change(id, command::ClientReply{"x", {}}, Actor::contact({}), "2026-11-23T14:06:00Z");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().refusal.field, "body");
  EXPECT_TRUE(world.change(id, command::ClientReply{"", {{0, "long.txt", 9}}}, Actor::contact({}),
                           "2026-11-23T14:06:00Z"));
  EXPECT_EQ(world.ticket(id).last_actor, Actor::contact(world.ticket(id).request.contact))
      << "by name, not anybody";
}

TEST_F(Desk, SpamIsAnEndAndCountsNowhere) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(id, command::MarkSpam{}, cora, "2026-11-23T14:05:00Z"));
  EXPECT_FALSE(world.change(id, command::ClientReply{"Hi", {}}, Actor::contact({}), "2026-11-23T14:06:00Z"));
  EXPECT_FALSE(store::next_timer_at(world.reader()));
  EXPECT_EQ(store::read_counts(world.reader())["status:new"], 0);
  EXPECT_EQ(store::read_counts(world.reader())["status:spam"], 1);
}

TEST_F(Desk, AnUnverifiedAddressGetsThreeReceiptsAnHour) {
  for (int i = 0; i < 5; ++i) {
    auto request = world.request("Message " + std::to_string(i));
    request.source = Source::form;
    world.submit(monday_9, request);
  }
  EXPECT_EQ(std::ranges::count(mail_kinds(), "received"), 3);
}

TEST_F(Desk, AnUnknownAddressHasNoClientAndTheDesksPolicy) {
  auto request = world.request();
  request.email = "stranger@elsewhere.example";
  const auto submitted = world.submit(monday_9, request);
  EXPECT_FALSE(submitted.ticket.request.client);
  EXPECT_EQ(submitted.standing.clocks.first_reply.due, at("2026-11-23T14:30:00Z"));
}

}  // namespace
}  // namespace punctual::desk
