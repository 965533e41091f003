#include "desk/agreements/check.h"
#include "desk/agreements/time_log.test.h"
#include "desk/commands/merge.h"
#include "desk/commands/redact.h"
#include "store/journal.h"
#include "store/json/read.h"
#include "store/json/write.h"
#include "store/tickets.h"

namespace punctual::desk {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* december_first = "2026-12-01T15:00:00Z";
const Date october_20{std::chrono::year{2026} / 10 / 20};

/// What stays of a month's statement once it is issued.
struct Issued : TimeLog {
  Actor cora = Actor::person(world.cora);

  Statement stated(StatementId id) {
    return json::from_json<Statement>(store::find_statement(world.reader(), id)->body).value();
  }
  Statement drafted(Date month) {
    const store::Snapshot snapshot(world.reader());
    const auto catalogue = world.desk->catalogue();
    return draft_statement(world.reader(), *catalogue, *catalogue->client(world.bakery), month,
                           at(december_first));
  }
  /// An estimate of so many minutes beyond the allowance, approved at once.
  void approve(std::int64_t extra, const char* when) {
    const EstimateOffer offer{.lines = {{"Move the checkout.", "", extra}},
                              .plan = "We move the checkout.",
                              .extra = extra,
                              .price = extra * 200,
                              .currency = "USD",
                              .expires_at = at("2027-01-07T22:00:00Z"),
                              .digest = "d1"};
    if (world.ticket(ticket).status == Status::fresh)
      EXPECT_TRUE(world.change(ticket, command::Triage{2, world.north, world.milo}, cora, when));
    EXPECT_TRUE(world.change(
        ticket, command::Reply{"It takes longer.", world.expectation("2026-12-24T16:00:00Z"), offer}, cora,
        when));
    EXPECT_TRUE(world.change(ticket, command::DecideEstimate{1, "d1", EstimateAnswer::approved, "Nora Quist"},
                             Actor::contact({}), when));
  }
  void redact() {
    write([&](store::Session& session) {
      EXPECT_TRUE(redact_message(*world.desk, session, ticket, 1, "A password.", world.ticket(ticket).version,
                                 cora, at(december_first)));
    });
  }
};

TEST_F(Issued, LosesARequestsWordsThatAreRedacted) {
  ASSERT_TRUE(log({.on = Date{std::chrono::year{2026} / 10 / 20}, .minutes = 60}));
  const auto id = *issue(october, evening);
  const auto stated = [&] {
    return json::from_json<Statement>(store::find_statement(world.reader(), id)->body).value();
  };
  auto before = stated();
  ASSERT_THAT(before.tickets, SizeIs(1));
  EXPECT_EQ(before.tickets[0].summary, store::read_summary(world.reader(), ticket));
  write([&](store::Session& session) {
    EXPECT_TRUE(redact_message(*world.desk, session, ticket, 1, "A password.", world.ticket(ticket).version,
                               Actor::person(world.cora), at(evening)));
  });
  auto after = stated();
  EXPECT_NE(after.tickets[0].summary, before.tickets[0].summary);
  EXPECT_EQ(after.tickets[0].summary, store::read_summary(world.reader(), ticket));
  before.tickets[0].summary = after.tickets[0].summary;
  EXPECT_EQ(json::to_json(after), json::to_json(before)) << "and nothing else of it";
  EXPECT_THAT(account_problems(world.reader(), 10), SizeIs(0));
  const auto audit = store::newest_audit(world.reader(), "statement", id.value, 5);
  ASSERT_THAT(audit, SizeIs(2));
  EXPECT_EQ(audit[0].type, "statement_redacted");
  EXPECT_EQ(audit[0].actor, Actor::person(world.cora));
}

TEST_F(Issued, LosesThemAlsoWhereWorkThatWasHeldStandsAgain) {
  ASSERT_TRUE(log({.on = october_20, .minutes = 700}));
  const auto first = *issue(october, evening);
  approve(60, evening);
  const auto second = *issue(november, december_first);
  ASSERT_THAT(stated(second).tickets, SizeIs(1)) << "charged in the month of the approval";
  const auto summary = stated(second).tickets[0].summary;
  redact();
  for (const auto id : {first, second}) EXPECT_NE(stated(id).tickets[0].summary, summary);
  EXPECT_THAT(account_problems(world.reader(), 10), SizeIs(0));
}

TEST_F(Issued, KeepsItsCreditsWhateverBecomesOfTheTickets) {
  auto wanted = held();
  wanted.clients.front().agreement.front().terms.credit = {.minutes = 45};
  apply(wanted, "2026-10-02T12:00:00Z");
  const auto late = world.submit("2026-10-12T15:00:00Z").id;
  const auto first = *issue(october, evening);
  ASSERT_THAT(stated(first).promises.missed, SizeIs(2)) << "the reply and the resolution";
  EXPECT_EQ(stated(first).promises.credited, 90);
  const auto before = drafted(november);
  ASSERT_TRUE(world.change(late, command::MarkSpam{}, cora, evening));
  const auto after = drafted(november);
  EXPECT_EQ(json::to_json(after.allowance), json::to_json(before.allowance));
  EXPECT_THAT(json::to_json(after.allowance), HasSubstr("credit for promises missed"));
}

TEST_F(Issued, WhatWasApprovedIsChargedWhereItsTicketGoesOn) {
  ASSERT_TRUE(log({.on = october_20, .minutes = 600}));
  approve(60, "2026-11-23T16:00:00Z");
  const auto target = world.submit("2026-11-23T16:05:00Z").id;
  write([&](store::Session& session) {
    EXPECT_TRUE(merge(*world.desk, session, ticket, target, IntoOpenForm::known, world.ticket(ticket).version,
                      cora, at("2026-11-23T16:10:00Z")));
  });
  ticket = target;
  ASSERT_TRUE(log({.minutes = 690}));
  const auto draft = drafted(november);
  EXPECT_EQ(draft.held, 30);
  ASSERT_THAT(draft.totals, SizeIs(1));
  EXPECT_EQ(draft.totals[0].work, "120.00");
  EXPECT_THAT(json::to_json(draft.tickets), HasSubstr("charged as approved with estimate 1 of P-"));
}

}  // namespace
}  // namespace punctual::desk
