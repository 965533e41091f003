#include "desk/agreements/time_log.test.h"

#include "desk/agreements/check.h"
#include "store/journal.h"
#include "store/json/read.h"
#include "store/outbox.h"

namespace punctual::desk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using Why = TimeRefused::Why;

TEST_F(TimeLog, WhatCrossesTheEndOfBusinessHoursIsSplitAndTheDateIsTheClients) {
  // 16:15 to 18:30 in New York.
  const auto across = row(*log({.from = at("2026-11-23T21:15:00Z"), .to = at("2026-11-23T23:30:00Z")}));
  EXPECT_EQ(across.inside, 45);
  EXPECT_EQ(across.outside, 90);
  EXPECT_EQ(across.on, (Date{std::chrono::year{2026} / 11 / 23}));
  const auto alone = row(*log({.minutes = 30}));
  EXPECT_EQ(alone.inside, 30) << "without times of day it counts as in hours";
  EXPECT_EQ(row(*log({.minutes = 30, .outside_hours = true})).outside, 30);
}

TEST_F(TimeLog, WhatCannotBeIsRefusedWithWhatToDo) {
  EXPECT_EQ(wrong({}).field, "minutes");
  EXPECT_THAT(wrong({.minutes = -5}).detail, HasSubstr("never below zero"));
  EXPECT_EQ(wrong({.minutes = 0}).field, "minutes");
  EXPECT_EQ(wrong({.minutes = 1441}).field, "minutes");
  EXPECT_EQ(wrong({.on = Date{std::chrono::year{2026} / 11 / 24}, .minutes = 5}).field, "date") << "tomorrow";
  EXPECT_EQ(wrong({.on = Date{std::chrono::year{2025} / 11 / 1}, .minutes = 5}).field, "date");
  EXPECT_EQ(wrong({.from = at(monday)}).field, "to");
  EXPECT_EQ(wrong({.from = at(evening), .to = at(monday)}).field, "to");
  EXPECT_EQ(wrong({.from = at(monday), .to = at("2026-11-24T01:00:00Z")}).field, "to") << "yet to come";
  EXPECT_EQ(wrong({.from = at(monday), .to = at(evening), .minutes = 5}).field, "minutes");
  EXPECT_THAT(wrong({.minutes = 5, .kind = "desing"}).detail, HasSubstr("one of design"));
  EXPECT_TRUE(log({.minutes = 5, .kind = "design"}));
}

TEST_F(TimeLog, OnlyWithAReasonByWhoseItIsOrTheirCoordinatorAndWhatItWasIsKept) {
  using enum people::Role;
  const auto id = *log({.minutes = 60, .note = "the checkout"});
  EXPECT_EQ(correct(id, 1, {.minutes = 90}, "", world.milo, member).error().field, "reason");
  EXPECT_EQ(correct(id, 1, {.minutes = 90}, "typo", world.mira, member).error().why, Why::not_yours);
  EXPECT_TRUE(correct(id, 1, {.minutes = 90}, "it was longer", world.milo, member));
  EXPECT_EQ(correct(id, 1, {.minutes = 20}, "shorter", world.cora, coordinator).error().why, Why::stale);
  EXPECT_TRUE(correct(id, 2, {.minutes = 0}, "written down twice", world.cora, coordinator));
  EXPECT_EQ(row(id).minutes(), 0);
  EXPECT_EQ(row(id).version, 3);
  const auto kept = store::newest_audit(world.reader(), "time_entry", id.value, 5);
  ASSERT_THAT(kept, SizeIs(3));
  EXPECT_THAT(*kept[0].content, HasSubstr("written down twice"));
  EXPECT_THAT(*kept[0].content, HasSubstr("\"inside\":90"));
}

TEST_F(TimeLog, ALowBalanceIsToldOnceAndTakenBackWithTheEntryThatWasWrong) {
  using enum people::Role;
  auto wanted = held();
  wanted.clients.front().contacts.front().approves = true;
  wanted.clients.front().agreement.front().warn_at = {50, 100};
  apply(wanted, evening);
  const auto waiting = [&] {
    std::vector<std::pair<store::MailKind, Instant>> mails;
    for (const auto& mail : store::newest_outbox(world.reader(), 100))
      if (mail.kind == store::MailKind::low_balance || mail.kind == store::MailKind::staff_low_balance)
        mails.emplace_back(mail.kind, mail.next_attempt_at);
    return mails;
  };
  ASSERT_TRUE(log({.minutes = 298}));
  EXPECT_THAT(waiting(), SizeIs(0));
  const auto mistyped = *log({.minutes = 300});
  const auto told = waiting();
  ASSERT_GE(told.size(), 2U);
  EXPECT_EQ(told.front(), std::pair(store::MailKind::low_balance, at(evening) + std::chrono::minutes{10}));
  EXPECT_EQ(told.back(), std::pair(store::MailKind::staff_low_balance, at(evening)));
  ASSERT_TRUE(log({.minutes = 2}));
  EXPECT_GT(waiting().size(), told.size()) << "and once more, used up";
  ASSERT_TRUE(correct(mistyped, 1, {.minutes = 30}, "one zero too many", world.milo, member));
  EXPECT_EQ(waiting(), told) << "what is not so any more goes nowhere";
  ASSERT_TRUE(log({.minutes = 270}));
  ASSERT_TRUE(correct(mistyped, 2, {.minutes = 0}, "not at all", world.milo, member));
  EXPECT_EQ(waiting(), told);
}

TEST_F(TimeLog, AThresholdThatComesAndGoesIsToldOnceAnHour) {
  auto wanted = held();
  wanted.clients.front().agreement.front().warn_at = {50};
  apply(wanted, evening);
  const auto told_at = [&] {
    std::vector<Instant> when;
    for (const auto& mail : store::newest_outbox(world.reader(), 100))
      if (mail.kind == store::MailKind::staff_low_balance) when.push_back(mail.next_attempt_at);
    return when;
  };
  const auto id = *log({.minutes = 300});
  EXPECT_THAT(told_at(), ElementsAre(at(evening)));
  for (int version = 1; version < 6; version += 2) {
    ASSERT_TRUE(correct(id, version, {.minutes = 30}, "less", world.milo, people::Role::member));
    ASSERT_TRUE(correct(id, version + 1, {.minutes = 300}, "more", world.milo, people::Role::member));
  }
  EXPECT_THAT(told_at(), ElementsAre(at(evening) + std::chrono::hours{1}));
}

TEST_F(TimeLog, WhatIsAnotherThanTheAuditSaysIsFound) {
  const auto id = *log({.on = Date{std::chrono::year{2026} / 10 / 20}, .minutes = 60});
  ASSERT_TRUE(issue(october, evening));
  EXPECT_THAT(account_problems(world.reader(), 10), SizeIs(0));
  write([&](store::Session& session) {
    session.prepare("UPDATE time_entry SET inside = 30 WHERE id = ?").bind(id).run();
    session.prepare("UPDATE statement SET body = replace(body, '60', '30')").run();
  });
  EXPECT_THAT(account_problems(world.reader(), 10),
              ElementsAre(HasSubstr("time entry 1"), HasSubstr("statement 2026-0001")));
}

TEST_F(TimeLog, AMonthIsIssuedOnceItIsOverInItsOrderAndLocksItsTime) {
  const auto id = *log({.on = Date{std::chrono::year{2026} / 10 / 20}, .minutes = 660});
  EXPECT_EQ(issue(november, evening).error().why, NotIssued::Why::not_over);
  EXPECT_EQ(issue(november, "2026-12-01T15:00:00Z").error().why, NotIssued::Why::earlier_open);
  const auto issued = issue(october, evening);
  ASSERT_TRUE(issued);
  EXPECT_EQ(issue(october, evening).error().why, NotIssued::Why::issued);
  const auto statement =
      json::from_json<Statement>(store::find_statement(world.reader(), *issued)->body).value();
  EXPECT_EQ(statement.number, "2026-0001");
  EXPECT_EQ(statement.held, 60);
  ASSERT_THAT(statement.tickets, SizeIs(1));
  EXPECT_EQ(statement.tickets[0].from_allowance, 600);
  ASSERT_THAT(statement.heads, SizeIs(1));
  EXPECT_EQ(correct(id, 1, {.minutes = 5}, "too long", world.milo, people::Role::member).error().why,
            Why::locked);
  // The truth is written down all the same, and counts where it can.
  const auto late = row(*log({.on = Date{std::chrono::year{2026} / 10 / 21}, .minutes = 30}));
  EXPECT_EQ(late.counts_on, november);
  EXPECT_EQ(store::find_statement(world.reader(), *issued)->body.find("2026-10-21"), std::string::npos);
}

TEST_F(TimeLog, OtherTermsDoNotReachIntoAMonthThatIsStated) {
  ASSERT_TRUE(issue(october, evening));
  auto wanted = held();
  wanted.clients.front().agreement.front().terms.kinds.back().rate = 1;
  EXPECT_THAT(stands_in_the_way(wanted), ElementsAre(HasSubstr("begin other terms on 2026-11-01 or later")));
  wanted = held();
  auto next = wanted.clients.front().agreement.front();
  next.terms.from = november;
  wanted.clients.front().agreement.push_back(next);
  wanted.clients.front().agreement.front().warn_at = {50};
  EXPECT_THAT(stands_in_the_way(wanted), testing::IsEmpty());
  wanted.clients.front().time_zone = "Europe/Berlin";
  EXPECT_THAT(stands_in_the_way(wanted), ElementsAre(HasSubstr("keep its time_zone")));
}

}  // namespace
}  // namespace punctual::desk
