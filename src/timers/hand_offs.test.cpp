#include "timers/hand_offs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/commands/change_hours.h"
#include "desk/rota/hand_offs.h"
#include "desk/rota/hand_over.h"
#include "store/directory_changes.h"
#include "store/hand_offs.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "store/rota.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"
#include "tests/world/world.h"

namespace punctual::timers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using world::at;
using world::World;

// New York: Milo and Cora work Monday to Thursday, Mira and Max Tuesday to Friday, 8 to 5. Cora leads North.
constexpr const char* wednesday_10 = "2026-11-18T15:00:00Z";
constexpr const char* thursday_15_59_59 = "2026-11-19T20:59:59Z";
constexpr const char* thursday_16 = "2026-11-19T21:00:00Z";
constexpr const char* thursday_16_30 = "2026-11-19T21:30:00Z";
constexpr const char* thursday_17 = "2026-11-19T22:00:00Z";
constexpr const char* thursday_18 = "2026-11-19T23:00:00Z";
constexpr const char* friday_12 = "2026-11-20T17:00:00Z";
constexpr const char* monday_16 = "2026-11-23T21:00:00Z";

struct LeavingDesk : ::testing::Test {
  World world;
  HandOffs hand_offs;
  std::vector<std::string> logged;
  Actor cora = Actor::person(world.cora);

  void SetUp() override {
    world.everybody_signs_in();
    write([&](store::Session& session) {
      auto north = *world.desk->catalogue()->pod(world.north);
      north.lead = world.cora;
      store::write_pod(session, north);
    });
  }
  void write(const std::function<void(store::Session&)>& work) {
    ASSERT_EQ(world.writer->write([&](store::Session& session) {
      work(session);
      store::move_directory_version(session);
      return store::Keep::commit;
    }),
              store::Written::committed);
    world.desk->reload(world.reader());
  }
  /// A ticket that owes nothing but an update.
  TicketId ticket_of(PersonId person, const char* update_by, const char* given = wednesday_10) {
    const auto id = world.submit(given).id;
    EXPECT_TRUE(world.change(id, command::Triage{4, world.north, person}, cora, given));
    auto expectation = world.expectation(update_by);
    expectation.assignee = person;
    EXPECT_TRUE(world.change(id, command::Reply{"On it.", expectation}, cora, given));
    return id;
  }
  Instant look(const char* when) { return look(hand_offs, when); }
  Instant look(HandOffs& by, const char* when) {
    return by.look(*world.desk, *world.writer, at(when),
                   [&](std::string_view line) { logged.emplace_back(line); });
  }
  /// Those about hand-offs, in order of kind and reader: "staff_hand_off milo".
  std::vector<std::string> mails() {
    std::vector<std::string> mails;
    for (const auto& row : store::newest_outbox(world.reader(), 100))
      if (row.kind == store::MailKind::staff_hand_off || row.kind == store::MailKind::staff_handed_over)
        mails.push_back(std::string(to_text(row.kind)) + " " +
                        row.to_address.substr(0, row.to_address.find('@')));
    std::ranges::sort(mails);
    return mails;
  }
  std::vector<TicketId> told(PersonId person, const char* leaves) {
    const auto row = store::find_hand_off(world.reader(), person, at(leaves));
    std::vector<TicketId> tickets;
    if (row)
      for (const auto& ticket : store::find_hand_off(world.reader(), row->id)->tickets)
        tickets.push_back(ticket.ticket);
    return tickets;
  }
  std::string why(TicketId id) {
    for (const auto& recorded : store::read_journal(world.reader(), id))
      if (const auto* handed = std::get_if<event::HandedOver>(&recorded.event)) return handed->why;
    return {};
  }
  void expect_whole(TicketId id) {
    EXPECT_EQ(store::difference_from_row(world.reader(), id, world.ticket(id)), "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
};

TEST_F(LeavingDesk, TellsAnHourBeforeAWeekEndsAndGivesAwayWhatIsLeftAtItsEnd) {
  const auto friday = ticket_of(world.milo, friday_12);
  const auto monday = ticket_of(world.milo, monday_16);
  EXPECT_EQ(look(thursday_15_59_59), at(thursday_16)) << "to the second";
  EXPECT_THAT(mails(), IsEmpty());
  EXPECT_EQ(look(thursday_16), at(thursday_16) + std::chrono::minutes{1});
  EXPECT_THAT(mails(), ElementsAre("staff_hand_off cora", "staff_hand_off milo"));
  EXPECT_THAT(told(world.milo, thursday_17), ElementsAre(friday));
  const auto row = store::find_hand_off(world.reader(), world.milo, at(thursday_17)).value();
  const auto line = store::find_hand_off(world.reader(), row.id)->tickets.front();
  EXPECT_EQ(line.suggested, world.mira);
  EXPECT_THAT(line.why, HasSubstr("At work from Friday 20 November, 08:00"));
  look(thursday_16_30);
  EXPECT_EQ(mails().size(), 2U) << "once";

  look(thursday_17);
  EXPECT_EQ(world.ticket(friday).assignee, world.max) << "no coordinator is there before it is due";
  EXPECT_EQ(world.ticket(monday).assignee, world.milo) << "he is back before that";
  EXPECT_EQ(why(friday), "Milo Adeyemi is away until Monday 23 November, 08:00. Nobody took it over.");
  EXPECT_THAT(mails(), ElementsAre("staff_hand_off cora", "staff_hand_off milo", "staff_handed_over max"));
  look(thursday_18);
  EXPECT_EQ(mails().size(), 3U);
  expect_whole(friday);
}

TEST_F(LeavingDesk, AHolidayOnMondayKeepsThemAwayLonger) {
  auto wanted = desk::read_hours(world.reader());
  wanted.hours.holidays[*parse_date("2026-11-23")] = "Founders' Day";
  wanted.holidays.push_back({.date = *parse_date("2026-11-23"), .name = "Founders' Day", .source = {}});
  std::ranges::sort(wanted.holidays, {}, &desk::HolidayEntry::date);
  write([&](store::Session& session) {
    EXPECT_TRUE(desk::change_hours(session, wanted.version, wanted, world.max, at(wednesday_10)));
  });
  const auto monday = ticket_of(world.milo, monday_16);
  look(thursday_16);
  EXPECT_THAT(told(world.milo, thursday_17), ElementsAre(monday));
}

TEST_F(LeavingDesk, WhoIsCalledAwayIsToldOfAtOnceWithWhatIsLateAlready) {
  const auto late = ticket_of(world.milo, "2026-11-17T14:30:00Z", "2026-11-16T15:00:00Z");
  const auto noon = ticket_of(world.milo, "2026-11-17T17:00:00Z", "2026-11-16T15:00:00Z");
  const auto thursday = ticket_of(world.milo, thursday_16, "2026-11-16T15:00:00Z");
  constexpr const char* tuesday_10 = "2026-11-17T15:00:00Z";
  look("2026-11-17T14:59:59Z");
  EXPECT_THAT(mails(), IsEmpty());
  write([&](store::Session& session) {
    store::insert_time_off(session, {.person = world.milo,
                                     .change = {people::RotaChange::Kind::absence,
                                                *parse_date("2026-11-17"),
                                                *parse_date("2026-11-18"),
                                                {}},
                                     .note = "ill",
                                     .state = store::TimeOffRow::State::granted,
                                     .asked_by = world.cora,
                                     .asked_at = at(tuesday_10),
                                     .decided_by = world.cora,
                                     .decided_at = at(tuesday_10)});
  });
  EXPECT_EQ(look("2026-11-17T15:00:01Z"), at("2026-11-17T15:01:01Z"));
  EXPECT_THAT(mails(), ElementsAre("staff_hand_off cora")) << "who leads is the coordinator at work, too";
  EXPECT_THAT(told(world.milo, tuesday_10), ElementsAre(late, noon));
  look("2026-11-17T15:30:00Z");
  EXPECT_EQ(world.ticket(noon).assignee, world.milo);
  look("2026-11-17T15:30:01Z");
  EXPECT_EQ(world.ticket(late).assignee, world.cora);
  EXPECT_EQ(world.ticket(noon).assignee, world.cora);
  EXPECT_EQ(world.ticket(thursday).assignee, world.milo);
  EXPECT_THAT(mails(),
              ElementsAre("staff_hand_off cora", "staff_handed_over cora", "staff_handed_over cora"));
}

TEST_F(LeavingDesk, WhoStaysAfterAllKeepsTheirs) {
  const auto friday = ticket_of(world.milo, friday_12);
  look(thursday_16);
  write([&](store::Session& session) {
    store::insert_swap(session, {.person = world.milo,
                                 .on = {*parse_date("2026-11-20"), WallInterval{8 * 60, 17 * 60}},
                                 .off = std::nullopt,
                                 .note = "",
                                 .made_by = world.max,
                                 .made_at = at(thursday_16_30)});
  });
  look(thursday_17);
  EXPECT_EQ(world.ticket(friday).assignee, world.milo);
  EXPECT_TRUE(store::find_hand_off(world.reader(), world.milo, at(thursday_17))->settled_at);
}

TEST_F(LeavingDesk, WhoIsSentHomeEarlierIsToldOfAgain) {
  const auto friday = ticket_of(world.milo, friday_12);
  const auto monday = ticket_of(world.milo, monday_16);
  look(thursday_16);
  look(thursday_17);
  write([&](store::Session& session) {
    auto milo = store::find_person(session, world.milo).value();
    milo.hours.weekly_from[*parse_date("2026-11-23")] = {};
    milo.hours.weekly_from[*parse_date("2026-11-24")] = milo.hours.weekly;
    store::write_person(session, milo);
  });
  look(thursday_18);
  EXPECT_THAT(told(world.milo, "2026-11-23T13:00:00Z"), ElementsAre(monday)) << "from when he was to be back";
  EXPECT_NE(world.ticket(friday).assignee, world.milo);
}

TEST_F(LeavingDesk, WhatSomebodyTookOverInTimeStaysTheirs) {
  const auto friday = ticket_of(world.milo, friday_12);
  look(thursday_16);
  std::expected<desk::Changed, desk::NotChanged> done;
  write([&](store::Session& session) {
    done = desk::hand_over(*world.desk, session, {world.milo, friday, world.mira, "The key is with Nora."},
                           world.milo, people::Role::member, at(thursday_16_30));
  });
  ASSERT_TRUE(done);
  EXPECT_THAT(done->warnings, ElementsAre("Mira Castellanos is not in this ticket's pod."));
  look(thursday_17);
  EXPECT_EQ(world.ticket(friday).assignee, world.mira);
  const auto journal = store::read_journal(world.reader(), friday);
  const auto& handed = std::get<event::HandedOver>(journal.back().event);
  EXPECT_EQ(handed.why,
            "Milo Adeyemi is away from Thursday 19 November, 17:00 to Monday 23 November, 08:00.");
  EXPECT_EQ(std::get<event::Noted>(journal[journal.size() - 2].event).body, "The key is with Nora.");
  EXPECT_EQ(handed.note, journal[journal.size() - 2].seq);
  EXPECT_THAT(mails(), ElementsAre("staff_hand_off cora", "staff_hand_off milo", "staff_handed_over mira"));
  expect_whole(friday);
}

TEST_F(LeavingDesk, ADeskKilledInBetweenTellsAndSettlesOnce) {
  const auto friday = ticket_of(world.milo, friday_12);
  look(thursday_16);
  HandOffs after_the_kill;
  look(after_the_kill, thursday_16_30);
  EXPECT_EQ(mails().size(), 2U);
  HandOffs after_another;
  look(after_another, "2026-11-19T22:00:10Z");
  EXPECT_EQ(world.ticket(friday).assignee, world.max);
  HandOffs and_another;
  look(and_another, thursday_18);
  EXPECT_EQ(mails().size(), 3U);
}

TEST_F(LeavingDesk, ADeskThatStoodStillTellsWhoIsThereAndGivesThemTime) {
  const auto friday = ticket_of(world.milo, friday_12);
  look(thursday_18);
  EXPECT_THAT(mails(), ElementsAre("staff_hand_off cora", "staff_hand_off milo"));
  look("2026-11-19T23:29:59Z");
  EXPECT_EQ(world.ticket(friday).assignee, world.milo);
  look("2026-11-19T23:30:00Z");
  EXPECT_EQ(world.ticket(friday).assignee, world.max);
}

TEST_F(LeavingDesk, WhatIsGivenToSomebodyKnownToBeAwayStaysTheirs) {
  const auto friday = ticket_of(world.mira, friday_12);
  look(thursday_16);
  look(thursday_17);
  ASSERT_TRUE(
      world.change(friday, command::Triage{4, world.north, world.milo}, cora, "2026-11-19T22:10:00Z"));
  HandOffs fresh;
  look(fresh, "2026-11-19T22:11:00Z");
  look(fresh, thursday_18);
  EXPECT_EQ(world.ticket(friday).assignee, world.milo);
  const auto everybody = [](PersonId) { return true; };
  const auto open =
      desk::open_hand_offs(*world.desk->catalogue(), world.reader(), at(thursday_18), everybody);
  ASSERT_EQ(open.size(), 1U) << "listed it is";
  EXPECT_EQ(open[0].tickets.at(0).ticket.id, friday);
  EXPECT_EQ(desk::count_left(*world.desk->catalogue(), world.reader(), at(thursday_18), everybody), 1U);
  EXPECT_THAT(mails(), IsEmpty());
}

TEST_F(LeavingDesk, NothingFallsToWhoHasNeverSignedIn) {
  write([&](store::Session& session) { store::set_password(session, world.max, std::nullopt); });
  const auto friday = ticket_of(world.milo, friday_12);
  look(thursday_16);
  look(thursday_17);
  EXPECT_NE(world.ticket(friday).assignee, world.max);
  EXPECT_NE(world.ticket(friday).assignee, world.milo);
}

TEST_F(LeavingDesk, OthersTakeOverOnlyWhatFallsDueMeanwhile) {
  const auto friday = ticket_of(world.milo, friday_12);
  const auto monday = ticket_of(world.milo, monday_16);
  const auto asked = [&](TicketId id, PersonId to, PersonId by, people::Role role) {
    std::expected<desk::Changed, desk::NotChanged> done;
    write([&](store::Session& session) {
      done = desk::hand_over(*world.desk, session, {world.milo, id, to, ""}, by, role, at(thursday_16));
    });
    return done;
  };
  const auto not_left = asked(monday, world.mira, world.mira, people::Role::member);
  ASSERT_FALSE(not_left);
  EXPECT_THAT(not_left.error().refusal.detail, HasSubstr("ask a coordinator"));
  EXPECT_TRUE(asked(friday, world.mira, world.mira, people::Role::member));
  EXPECT_TRUE(asked(friday, world.mira, world.mira, people::Role::member)) << "sent twice";
  const auto gone = asked(friday, world.max, world.max, people::Role::manager);
  ASSERT_FALSE(gone);
  EXPECT_THAT(gone.error().refusal.detail, HasSubstr("not with Milo Adeyemi any more"));
  const auto knowingly = asked(monday, world.max, world.cora, people::Role::coordinator);
  ASSERT_TRUE(knowingly);
  const auto& catalogue = *world.desk->catalogue();
  EXPECT_FALSE(desk::may_hand_over(catalogue, world.mira, people::Role::member, world.milo, world.max));
  EXPECT_TRUE(desk::may_hand_over(catalogue, world.mira, people::Role::member, world.milo, world.mira));
  EXPECT_TRUE(desk::may_hand_over(catalogue, world.milo, people::Role::member, world.milo, world.max));
  EXPECT_FALSE(desk::may_see_hand_off(catalogue, world.milo, people::Role::member, world.mira));
  EXPECT_TRUE(desk::may_see_hand_off(catalogue, world.cora, people::Role::member, world.milo)) << "leads";
}

TEST_F(LeavingDesk, WhoIsNotThereInTimeIsGivenItWithAWarning) {
  const auto friday = ticket_of(world.milo, friday_12);
  std::expected<desk::Changed, desk::NotChanged> done;
  write([&](store::Session& session) {
    done = desk::hand_over(*world.desk, session, {world.milo, friday, world.cora, ""}, world.max,
                           people::Role::manager, at(thursday_18));
  });
  ASSERT_TRUE(done);
  EXPECT_THAT(done->warnings,
              ElementsAre("Cora Lindqvist is not at work before it is due, Friday 20 November, 12:00."));
}

}  // namespace
}  // namespace punctual::timers
