#include "desk/commands/redact.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/copies.h"
#include "store/directory.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "store/text/fold.h"
#include "store/ticket_check.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using world::at;
using world::World;

constexpr const char* monday_9 = "2026-11-23T14:00:00Z";
constexpr const char* monday_10 = "2026-11-23T15:00:00Z";

struct Redactions : ::testing::Test {
  World world;
  Actor cora = Actor::person(world.cora);

  template <class Work>
  auto write(Work work) {
    decltype(work(std::declval<store::Session&>())) done;
    (void)world.writer->write([&](store::Session& session) {
      done = work(session);
      return done ? store::Keep::commit : store::Keep::discard;
    });
    return done;
  }
  std::expected<Changed, NotChanged> message(TicketId id, std::int64_t seq) {
    return write([&](store::Session& session) {
      return redact_message(*world.desk, session, id, seq, "A password.", world.ticket(id).version, cora,
                            at(monday_10));
    });
  }
  std::expected<RedactedContact, NotChanged> contact(TicketId id, Reach reach = Reach::everywhere) {
    return write([&](store::Session& session) {
      return redact_contact(*world.desk, session, id, "She asked.", reach, world.ticket(id).version, cora,
                            at(monday_10));
    });
  }
  void expect_whole(TicketId id) {
    const auto ticket = world.ticket(id);
    EXPECT_EQ(store::difference_from_row(world.reader(), id, ticket), "");
    EXPECT_EQ(store::difference_from_clocks(
                  world.reader(), id, ticket,
                  standing_of(ticket, world.desk->catalogue()->promises(), ticket.recorded_at),
                  world.desk->catalogue()->stages()),
              "");
    EXPECT_EQ(
        store::difference_from_files_and_link(world.reader(), id, store::read_journal(world.reader(), id)),
        "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
};

TEST_F(Redactions, OfAReplyKeepWhatItsPromisesHangOn) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, monday_9));
  ASSERT_TRUE(world.change(id, command::Reply{"canary", world.expectation("2026-11-23T20:00:00Z")}, cora,
                           "2026-11-23T14:10:00Z"));
  const auto before = world.ticket(id);
  ASSERT_TRUE(message(id, 3));
  const auto after = world.ticket(id);
  EXPECT_EQ(after.milestones, before.milestones);
  EXPECT_EQ(after.expectation->next_update_by, before.expectation->next_update_by);
  EXPECT_EQ(after.expectation->next_step, redacted_words);
  EXPECT_EQ(after.assignee, before.assignee);
  EXPECT_EQ(store::read_journal(world.reader(), id)[2].redacted_by, 4);
  expect_whole(id);
}

TEST_F(Redactions, OfAMessageTwiceOrOfNothingAreRefused) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(message(id, 1));
  for (const std::int64_t seq : {1, 2, 99}) {
    const auto again = message(id, seq);
    ASSERT_FALSE(again) << seq;
    EXPECT_EQ(again.error().refusal.field, "seq");
  }
  EXPECT_EQ(world.ticket(id).version, 2);
}

TEST_F(Redactions, OfAPersonReachAllTheirTicketsAndWhatEarlierOnesLeft) {
  const auto one = world.submit(monday_9).id;
  const auto other = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(one, command::ClientReply{"Nora again.", {}}, Actor::contact({}), monday_9));
  ASSERT_TRUE(message(one, 1));
  const auto generation = store::find_head(world.reader(), one)->link_generation;
  const auto done = contact(other);
  ASSERT_TRUE(done);
  for (const auto id : {one, other}) {
    const auto ticket = world.ticket(id);
    EXPECT_EQ(ticket.request.contact_name, redacted_words);
    EXPECT_EQ(ticket.request.contact_email, "");
    EXPECT_EQ(ticket.request.client, world.bakery) << "its promises go on";
    for (const auto& row : store::read_journal_rows(world.reader(), id))
      EXPECT_THAT(row.content.value_or(""), ::testing::Not(::testing::HasSubstr("Nora")));
    expect_whole(id);
  }
  EXPECT_EQ(store::find_head(world.reader(), one)->link_generation, generation + 1);
  for (const auto& mail : store::newest_outbox(world.reader(), 100))
    EXPECT_THAT(mail.to_name, ::testing::Not(::testing::HasSubstr("Nora")));
  EXPECT_FALSE(store::find_contact_by_email(world.reader(), world.request().email));
  ASSERT_FALSE(contact(one)) << "there is nothing left to redact";
}

TEST_F(Redactions, AreTheOnlyReasonForAMissingContent) {
  const auto id = world.submit(monday_9).id;
  ASSERT_TRUE(world.change(id, command::Note{"canary"}, cora, monday_9));
  (void)world.writer->write([&](store::Session& session) {
    const event::Remains lost{2, ""};
    store::remove_contents(session, id, {&lost, 1});
    return store::Keep::commit;
  });
  EXPECT_THROW(store::read_journal(world.reader(), id), std::runtime_error);
}

TEST_F(Redactions, OfAPersonReachWhatWasSaidOfThemWhenTheirClientWasConfigured) {
  const auto id = world.submit(monday_9).id;
  const auto address = world.ticket(id).request.contact_email;
  const auto recorded = [](const std::string& change) {
    return R"({"subject":"","changes":[")" + change + "\"]}";
  };
  const std::string contents[] = {recorded("contact " + address + ": Nora"), recorded("pod: North"),
                                  recorded("contact jo" + address + ": Jonora"),
                                  recorded("contact " + store::fold_case(address) + ": Nora, was Norah")};
  for (const auto& content : contents)
    (void)world.writer->write([&](store::Session& session) {
      store::append_audit(session, "client", world.bakery.value, "changed", at(monday_9), cora, content);
      return store::Keep::commit;
    });
  ASSERT_TRUE(contact(id));
  const auto audit = store::newest_audit(world.reader(), "client", world.bakery.value, 5);
  ASSERT_EQ(audit.size(), 5U);
  EXPECT_EQ(audit[0].type, "redacted");
  const auto first = audit[4].seq;
  EXPECT_EQ(audit[0].content, "{\"seqs\":[" + std::to_string(first) + "," + std::to_string(first + 3) + "]}");
  EXPECT_FALSE(audit[1].content) << "written in another case";
  EXPECT_TRUE(audit[2].content) << "another person, whose address ends like hers";
  EXPECT_TRUE(audit[3].content);
  EXPECT_FALSE(audit[4].content);
  EXPECT_TRUE(store::chain_end(world.reader(), "client", world.bakery.value));
  const auto lost = [&] { return store::lost_audit_contents(world.reader(), "client", world.bakery.value); };
  EXPECT_THAT(lost(), ::testing::IsEmpty());
  (void)world.writer->write([&](store::Session& session) {
    session.execute("DELETE FROM journal_content WHERE content LIKE '%Jonora%'");
    return store::Keep::commit;
  });
  EXPECT_THAT(lost(), ::testing::ElementsAre(first + 2)) << "nobody asked for that";
}

TEST_F(Redactions, OfAPersonTakeThemOffTheCopiesOfOthers) {
  const auto own = world.submit(monday_9).id;
  auto colleagues = world.request();
  colleagues.name = "Otto Other";
  colleagues.email = "otto@elsewhere.example";
  colleagues.cc = {"kim@elsewhere.example", "NORA@harbour-bakery.example"};
  ASSERT_EQ(store::fold_case(colleagues.cc[1]), store::fold_case(world.request().email));
  const auto other = world.submit(monday_9, colleagues).id;
  ASSERT_TRUE(world.change(other, command::Triage{2, world.north, world.milo}, cora, monday_9));
  ASSERT_TRUE(world.change(other, command::Reply{"On it.", world.expectation("2026-11-23T20:00:00Z")}, cora,
                           "2026-11-23T14:10:00Z"));
  ASSERT_TRUE(message(other, 1)) << "what an earlier redaction left names her too";
  const auto generation = store::find_head(world.reader(), other)->link_generation;
  const auto done = contact(own);
  ASSERT_TRUE(done);
  EXPECT_EQ(done->tickets, 2);
  const auto ticket = world.ticket(other);
  EXPECT_THAT(ticket.request.cc, ::testing::ElementsAre("kim@elsewhere.example"));
  EXPECT_EQ(ticket.request.contact_email, "otto@elsewhere.example");
  EXPECT_EQ(store::find_head(world.reader(), other)->link_generation, generation) << "his page stays his";
  EXPECT_EQ(store::read_journal(world.reader(), other)[2].redacted_by, 0) << "the answer keeps its words";
  for (const auto& row : store::read_journal_rows(world.reader(), other))
    EXPECT_THAT(row.content.value_or(""), ::testing::Not(::testing::HasSubstr("NORA")));
  int replies = 0;
  for (const auto& mail : store::newest_outbox(world.reader(), 100)) {
    EXPECT_THAT(mail.cc, ::testing::Not(::testing::Contains(::testing::HasSubstr("NORA"))));
    if (mail.ticket != other || mail.kind != store::MailKind::first_reply) continue;
    ++replies;
    EXPECT_THAT(mail.cc, ::testing::ElementsAre("kim@elsewhere.example"));
  }
  EXPECT_EQ(replies, 1) << "it still goes to him";
  EXPECT_TRUE(store::tickets_copied_to(world.reader(), store::fold_case(colleagues.cc[1])).empty());
  expect_whole(other);
}

TEST_F(Redactions, OfWhoDecidedOnAnEstimateReachTheColleaguesTicketAndNobodyElsesReachesTheirs) {
  const auto own = world.submit(monday_9).id;
  auto colleagues = world.request();
  colleagues.name = "Otto Other";
  colleagues.email = "otto@elsewhere.example";
  const auto other = world.submit(monday_9, colleagues).id;
  ASSERT_TRUE(world.change(other, command::Triage{2, world.north, world.milo}, cora, monday_9));
  ASSERT_TRUE(world.change(other,
                           command::Reply{"It takes four hours.", world.expectation("2026-11-24T16:00:00Z"),
                                          EstimateOffer{.lines = {{"Move the checkout.", "development", 240}},
                                                        .plan = "We move the checkout.",
                                                        .extra = 240,
                                                        .currency = "EUR",
                                                        .expires_at = at("2026-12-07T22:00:00Z"),
                                                        .digest = "d1"}},
                           cora, "2026-11-23T14:10:00Z"));
  const auto nora = store::find_contact_by_email(world.reader(), "nora@harbour-bakery.example")->id;
  ASSERT_TRUE(world.change(other, command::DecideEstimate{1, "d1", EstimateAnswer::approved, "Nora Quist"},
                           Actor::contact(nora), "2026-11-23T14:20:00Z"));
  const auto decided_by = [&] {
    std::string name;
    for (const auto& recorded : store::read_journal(world.reader(), other))
      if (const auto* decided = std::get_if<event::EstimateDecided>(&recorded.event)) name = decided->name;
    return name;
  };
  ASSERT_TRUE(contact(other));
  EXPECT_EQ(decided_by(), "Nora Quist") << "Otto's words go, hers stay";
  EXPECT_EQ(reach_of_contact(world.reader(), own)->others, 1);
  ASSERT_TRUE(contact(own));
  EXPECT_EQ(decided_by(), redacted_words);
  for (const auto& row : store::read_journal_rows(world.reader(), other))
    EXPECT_THAT(row.content.value_or(""), ::testing::Not(::testing::HasSubstr("Nora")));
  expect_whole(other);
}

TEST_F(Redactions, OfSomebodyUnverifiedTakeTheirTicketAloneUnlessAskedForAll) {
  const auto theirs = world.submit(monday_9).id;
  auto typed = world.request("Forget me.");
  typed.source = Source::form;
  const auto form = world.submit(monday_9, typed).id;
  const auto other = world.submit(monday_9, typed).id;
  const auto reach = reach_of_contact(world.reader(), form);
  ASSERT_TRUE(reach);
  EXPECT_FALSE(reach->verified);
  EXPECT_EQ(reach->tickets, 3);
  EXPECT_EQ(contact(form, Reach::what_is_known)->tickets, 1);
  EXPECT_EQ(world.ticket(form).request.contact_email, "");
  EXPECT_EQ(world.ticket(theirs).request.contact_email, world.request().email);
  EXPECT_TRUE(store::find_contact_by_email(world.reader(), world.request().email));
  EXPECT_EQ(contact(other, Reach::everywhere)->tickets, 2);
  EXPECT_EQ(world.ticket(theirs).request.contact_email, "");
}

}  // namespace
}  // namespace punctual::desk
