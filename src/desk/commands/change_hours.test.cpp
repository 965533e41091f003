#include "desk/commands/change_hours.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/queries/hours_preview.h"
#include "desk/queries/ticket_view.h"
#include "store/calendars.h"
#include "store/journal.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using world::at;
using world::World;

constexpr const char* wednesday_16 = "2026-11-25T21:00:00Z";  // the 26th is a holiday

struct Hours : ::testing::Test {
  World world;
  Actor cora = Actor::person(world.cora);

  HoursVersion hours() { return read_hours(world.reader()); }
  HoursVersion with_holiday(const char* date, const char* name) {
    auto wanted = hours();
    wanted.holidays.push_back({*parse_date(date), name, {}, false});
    std::ranges::sort(wanted.holidays, {}, &HolidayEntry::date);
    return HoursVersion::of(wanted.hours, wanted.holidays);
  }
  HoursVersion without_holidays() { return HoursVersion::of(hours().hours, {}); }

  std::optional<int> make(const HoursVersion& wanted, const char* when, std::optional<int> expected = {}) {
    std::optional<int> version;
    (void)world.writer->write([&](store::Session& session) {
      version = change_hours(session, expected.value_or(hours().version), wanted, world.max, at(when));
      return version ? store::Keep::commit : store::Keep::discard;
    });
    world.desk->reload(world.reader());
    return version;
  }
  void follow(TicketId id, const char* when) {
    (void)world.writer->write([&](store::Session& session) {
      rejudge(*world.desk, session, id, at(when));
      return store::Keep::commit;
    });
  }
  TicketView view(TicketId id, const char* when) {
    return *view_ticket(*world.desk, world.reader(), id, at(when));
  }
  std::vector<event::Rejudged> rejudges(TicketId id) {
    std::vector<event::Rejudged> found;
    for (const auto& recorded : store::read_journal(world.reader(), id))
      if (const auto* verdict = std::get_if<event::Rejudged>(&recorded.event)) found.push_back(*verdict);
    return found;
  }
  void expect_whole(TicketId id) {
    EXPECT_EQ(store::difference_from_row(world.reader(), id, world.ticket(id)), "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
  TicketId of_tier(int tier, const char* when) {
    const auto id = world.submit(when).id;
    EXPECT_TRUE(world.change(id, command::Triage{tier, world.north, world.milo}, cora, when));
    return id;
  }
};

TEST_F(Hours, ARunningTicketFollowsAndItsJournalNamesVersionsAndDues) {
  const auto id = of_tier(2, "2026-11-25T20:00:00Z");  // 4 hours from 3 pm: 2 of them on Friday
  EXPECT_EQ(view(id, wednesday_16).standing.clocks.first_reply.due, at("2026-11-27T15:00:00Z"));
  ASSERT_EQ(make(with_holiday("2026-11-27", "Day after Thanksgiving"), wednesday_16), 2);
  follow(id, "2026-11-25T21:00:05Z");
  follow(id, "2026-11-25T21:00:06Z");
  const auto verdicts = rejudges(id);
  ASSERT_THAT(verdicts, SizeIs(1)) << "once";
  EXPECT_NE(verdicts[0].from, verdicts[0].to);
  EXPECT_THAT(
      verdicts[0].moved,
      ElementsAre(
          event::MovedDue{ClockKind::first_reply, 0, at("2026-11-27T15:00:00Z"), at("2026-11-30T15:00:00Z")},
          event::MovedDue{ClockKind::resolution, 0, at("2026-11-30T20:00:00Z"), at("2026-12-01T20:00:00Z")}));
  const auto row = store::find_ticket(world.reader(), id);
  EXPECT_EQ(row->next_due, at("2026-11-30T15:00:00Z").time_since_epoch().count());
  EXPECT_EQ(row->last_event, "triaged") << "nobody did anything to it";
  expect_whole(id);
}

TEST_F(Hours, WhatHasStoppedIsNeverJudgedAgain) {
  const auto id = of_tier(1, "2026-11-24T20:00:00Z");
  ASSERT_TRUE(world.change(id, command::Reply{"On it.", world.expectation("2026-11-25T16:00:00Z")}, cora,
                           "2026-11-24T20:20:00Z"));
  ASSERT_TRUE(make(with_holiday("2026-11-24", "Yesterday"), "2026-11-25T14:00:00Z"));
  follow(id, "2026-11-25T14:00:00Z");
  const auto& clocks = view(id, "2026-11-25T14:00:00Z").standing.clocks;
  EXPECT_EQ(clocks.first_reply.elapsed, std::chrono::minutes{20});
  EXPECT_EQ(clocks.first_reply.due, at("2026-11-24T20:30:00Z"));
  EXPECT_EQ(clocks.resolution.due, at("2026-11-25T21:00:00Z")) << "8 hours, none of them on the 24th";
  EXPECT_EQ(view(id, "2026-11-25T14:00:00Z").standing.goal.state, sla::Goal::State::reached);
}

TEST_F(Hours, AnAnswerAfterTheChangeIsJudgedByTheNewCalendarEvenBeforeTheRejudgeCameBy) {
  const auto id = of_tier(2, "2026-11-25T20:00:00Z");
  ASSERT_TRUE(make(with_holiday("2026-11-27", "Day after Thanksgiving"), wednesday_16));
  ASSERT_TRUE(world.change(id, command::Reply{"On it.", world.expectation("2026-11-30T20:00:00Z")}, cora,
                           "2026-11-30T14:00:00Z"));
  EXPECT_THAT(rejudges(id), SizeIs(1));
  EXPECT_EQ(view(id, "2026-11-30T14:00:00Z").standing.clocks.first_reply.state, sla::Clock::State::met);
  expect_whole(id);
}

TEST_F(Hours, AResolvedTicketFollowsWhenItIsReopened) {
  const auto id = of_tier(1, "2026-11-25T14:00:00Z");
  ASSERT_TRUE(world.change(id, command::Resolve{"Done."}, cora, "2026-11-25T15:00:00Z"));
  ASSERT_TRUE(make(with_holiday("2026-11-27", "Day after Thanksgiving"), wednesday_16));
  follow(id, wednesday_16);
  EXPECT_THAT(rejudges(id), SizeIs(0));
  ASSERT_TRUE(world.change(id, command::Reopen{}, cora, "2026-11-30T14:00:00Z"));
  const auto verdicts = rejudges(id);
  ASSERT_THAT(verdicts, SizeIs(1));
  EXPECT_EQ(world.ticket(id).policy, verdicts[0].to);
  EXPECT_EQ(store::find_ticket(world.reader(), id)->last_event, "reopened");
  expect_whole(id);
}

TEST_F(Hours, AFormerBreachStaysInTheLogAndTheClockCanRunAgain) {
  const auto id = of_tier(1, "2026-11-25T14:00:00Z");  // due half past nine
  (void)world.writer->write([&](store::Session& session) {
    fire(*world.desk, session, id, at("2026-11-25T15:00:00Z"));
    return store::Keep::commit;
  });
  EXPECT_THAT(world.ticket(id).fired, SizeIs(1));
  auto closed = with_holiday("2026-11-25", "The power is out");
  ASSERT_TRUE(make(closed, "2026-11-25T15:01:00Z"));
  follow(id, "2026-11-25T15:01:00Z");
  EXPECT_EQ(view(id, "2026-11-25T15:02:00Z").standing.clocks.first_reply.state, sla::Clock::State::running);
  EXPECT_THAT(world.ticket(id).fired, SizeIs(1));
  expect_whole(id);
}

TEST_F(Hours, ThePreviewSaysWhoMovesAndWhoBecomesLateAndChangesNothing) {
  const auto late = of_tier(2, "2026-11-25T20:00:00Z");
  const auto moves = of_tier(3, "2026-11-25T20:00:00Z");
  const auto done = of_tier(1, "2026-11-25T20:00:00Z");
  ASSERT_TRUE(world.change(done, command::Resolve{"Done."}, cora, "2026-11-25T20:10:00Z"));
  // Late on the holiday itself: without it the four hours are over on Thursday.
  const auto preview =
      preview_hours(*world.desk, world.reader(), without_holidays().hours, at("2026-11-26T16:00:00Z"));
  EXPECT_EQ(preview.running, 2);
  EXPECT_EQ(preview.moved, 2);
  EXPECT_EQ(preview.becoming_late, 1);
  ASSERT_THAT(preview.tickets, SizeIs(2));
  EXPECT_EQ(preview.tickets[0].id, late);
  EXPECT_EQ(preview.tickets[0].effect, MovedTicket::Effect::becomes_late);
  EXPECT_EQ(preview.tickets[0].due.after, at("2026-11-26T15:00:00Z"));
  EXPECT_EQ(preview.tickets[1].id, moves);
  EXPECT_EQ(hours().version, 1);
  EXPECT_THAT(rejudges(late), SizeIs(0));
  EXPECT_EQ(world.desk->catalogue()->policies().rows().size(), 1U);
}

TEST_F(Hours, WhatIsSubmittedAfterwardsIsJudgedByTheNewVersionAlone) {
  ASSERT_TRUE(make(with_holiday("2026-11-27", "Day after Thanksgiving"), wednesday_16));
  const auto submitted = world.submit("2026-11-26T12:00:00Z");
  EXPECT_EQ(submitted.standing.clocks.first_reply.due, at("2026-11-30T13:30:00Z"));
  follow(submitted.id, "2026-11-26T12:01:00Z");
  EXPECT_THAT(rejudges(submitted.id), SizeIs(0));
}

TEST_F(Hours, WhatDiffersInNothingIsNoVersion) {
  const auto id = of_tier(2, "2026-11-25T20:00:00Z");
  EXPECT_EQ(make(hours(), wednesday_16), 1);
  EXPECT_EQ(hours().version, 1);
  EXPECT_THAT(hours_changes(world.reader(), 10), SizeIs(1)) << "the first alone";
  follow(id, wednesday_16);
  EXPECT_THAT(rejudges(id), SizeIs(0));
}

TEST_F(Hours, AListThatClosesTheSameDaysJudgesNobodyAnew) {
  const auto id = of_tier(2, "2026-11-25T20:00:00Z");
  auto wanted = hours();
  wanted.holidays.push_back({*parse_date("2026-12-28"), "Boxing Day", "uk.ics", true});
  EXPECT_EQ(make(HoursVersion::of(wanted.hours, wanted.holidays), wednesday_16), 2);
  EXPECT_EQ(world.desk->catalogue()->policies().rows().size(), 1U);
  follow(id, wednesday_16);
  EXPECT_THAT(rejudges(id), SizeIs(0));
}

TEST_F(Hours, AStaleVersionChangesNothing) {
  ASSERT_EQ(make(without_holidays(), wednesday_16), 2);
  EXPECT_FALSE(make(with_holiday("2026-12-24", "Christmas Eve"), wednesday_16, 1));
  EXPECT_EQ(hours().version, 2);
  EXPECT_THAT(hours_changes(world.reader(), 10), SizeIs(2)) << "the first, and the one that was made";
}

TEST_F(Hours, TheHistorySaysWhoChangedWhat) {
  auto wanted = with_holiday("2026-12-24", "Christmas Eve");
  wanted.hours.weekly[4] = {{8 * 60, 16 * 60}};
  wanted.holidays[0].struck_out = true;
  ASSERT_TRUE(make(HoursVersion::of(wanted.hours, wanted.holidays), wednesday_16));
  const auto changes = hours_changes(world.reader(), 10);
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_EQ(changes[1].version, 1);
  EXPECT_EQ(changes[0].by, Actor::person(world.max));
  EXPECT_THAT(changes[0].changes,
              ElementsAre("Friday: 08:00–16:00 instead of 08:00–17:00.",
                          "Holiday struck out: Thanksgiving Day, Thursday 26 November 2026.",
                          "Holiday added: Christmas Eve, Thursday 24 December 2026."));
  EXPECT_TRUE(world.desk->catalogue()->hours().is_open(at("2026-11-26T15:00:00Z"))) << "struck out";
  EXPECT_THAT(hours().holidays, SizeIs(2));
}

TEST_F(Hours, AreKeptOnceHoweverManyPoliciesCountOnThem) {
  const auto count = [&](const char* table) {
    auto query = world.reader().prepare("SELECT count(*) FROM " + std::string(table));
    query.step();
    return query.integer(0);
  };
  const auto policies = count("policy_version");
  ASSERT_TRUE(make(with_holiday("2026-12-24", "Christmas Eve"), wednesday_16));
  EXPECT_EQ(count("policy_version"), policies + 1);
  EXPECT_EQ(count("calendar"), 2);
  auto renamed = hours();
  renamed.holidays.push_back({parse_date("2026-12-31").value(), "Struck out", "", true});
  ASSERT_TRUE(make(HoursVersion::of(renamed.hours, renamed.holidays), wednesday_16));
  EXPECT_EQ(hours().version, 3);
  EXPECT_EQ(count("calendar"), 2) << "the list reads otherwise, the rules are the same";
}

// SEMANTICS 14c: 3 hours around the clock for what is written outside the desk's hours.
struct OutOfHours : Hours {
  OutOfHours() {
    (void)world.writer->write([&](store::Session& session) {
      auto policy = store::read_policies(session).front();
      policy.id = {};
      policy.version = 2;
      policy.starts_at = at("2026-11-01T00:00:00Z");
      policy.out_of_hours[0] = store::PolicyRow::OutOfHours{
          {Target::of_hours(3), Target::of_hours(3), std::nullopt},
          store::insert_calendar(session, {.zone = "America/New_York", .always_open = true})};
      store::insert_policy(session, policy);
      return store::Keep::commit;
    });
    world.desk->reload(world.reader());
  }
};

TEST_F(OutOfHours, TheSubmissionInstantChoosesOnce) {
  const auto inside = world.submit("2026-11-25T21:59:59Z");
  EXPECT_EQ(inside.standing.clocks.first_reply.due, at("2026-11-27T13:29:59Z"));
  const auto outside = world.submit("2026-11-25T22:00:00Z");
  EXPECT_EQ(outside.standing.clocks.first_reply.due, at("2026-11-26T01:00:00Z"));
  EXPECT_EQ(outside.standing.clocks.resolution.target, std::nullopt) << "best effort";
  EXPECT_EQ(store::find_ticket(world.reader(), outside.id)->submitted, Submission::out_of_hours);
  // Hours that would have been open then choose nothing anew.
  auto longer = hours();
  longer.hours.weekly[2] = {{8 * 60, 20 * 60}};
  ASSERT_TRUE(make(longer, "2026-11-25T22:30:00Z"));
  follow(outside.id, "2026-11-25T22:30:00Z");
  EXPECT_EQ(view(outside.id, "2026-11-25T22:30:00Z").standing.clocks.first_reply.due,
            at("2026-11-26T01:00:00Z"));
  expect_whole(outside.id);
}

TEST_F(OutOfHours, AnotherTierHasWhatItPromises) {
  const auto id = world.submit("2026-11-25T22:00:00Z").id;
  ASSERT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, "2026-11-25T22:10:00Z"));
  EXPECT_EQ(view(id, "2026-11-25T22:10:00Z").standing.clocks.first_reply.due, at("2026-11-27T17:00:00Z"));
  ASSERT_TRUE(world.change(id, command::Triage{1, world.north, world.milo}, cora, "2026-11-25T22:20:00Z"));
  EXPECT_EQ(view(id, "2026-11-25T22:20:00Z").standing.clocks.first_reply.due, at("2026-11-26T01:00:00Z"));
}

}  // namespace
}  // namespace punctual::desk
