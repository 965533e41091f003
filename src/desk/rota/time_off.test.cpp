#include "desk/rota/time_off.h"

#include "desk/rota/rota_world.test.h"

namespace punctual::desk {
namespace {

using people::Role;
using people::RotaChange;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Why = RotaRefused::Why;
using State = store::TimeOffRow::State;

struct TimeOff : RotaWorld {
  store::TimeOffRow row(TimeOffId id) { return store::find_time_off(world.reader(), id).value(); }
  bool at_work(PersonId person, const char* when) {
    return world.desk->catalogue()->worker(person).at_work.is_open(world::at(when));
  }
  auto decline(TimeOffId id, std::string answer) {
    return ask([&](store::Session& session) {
      return decline_time_off(*world.desk, session, id, answer, world.max, now);
    });
  }
  auto withdraw(TimeOffId id, PersonId by, Role role = Role::member) {
    return ask(
        [&](store::Session& session) { return withdraw_time_off(*world.desk, session, id, by, role, now); });
  }
  auto versions() { return world.desk->catalogue()->versions(); }
  std::vector<std::string> mails() {
    std::vector<std::string> told;
    for (const auto& mail : store::newest_outbox(world.reader(), 100))
      if (mail.kind == store::MailKind::time_off_requested ||
          mail.kind == store::MailKind::time_off_decided ||
          mail.kind == store::MailKind::time_off_withdrawn || mail.kind == store::MailKind::swap)
        told.push_back(std::string(to_text(mail.kind)) + " " +
                       mail.to_address.substr(0, mail.to_address.find('@')));
    return told;
  }
};

TEST_F(TimeOff, DecliningSaysWhyAndIsTheEndOfIt) {
  const auto before = versions();
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  EXPECT_TRUE(decline(id, "Two are off already."));
  EXPECT_EQ(row(id).state, State::declined);
  EXPECT_EQ(row(id).answer, "Two are off already.");
  EXPECT_EQ(newest_audit("person", world.mira.value).type, "time_off_declined");
  EXPECT_TRUE(at_work(world.mira, "2026-12-04T15:00:00Z"));
  EXPECT_EQ(versions(), before) << "nobody's hours are others by it";
  EXPECT_EQ(decline(id, "No.").error().detail, "It is declined already.");
  EXPECT_EQ(refused(edit::GrantTimeOff{id, {}, {}}).detail, "It is declined already; look again.");
}

TEST_F(TimeOff, WhatIsGrantedIsWithdrawnAndNotDeclined) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  carry(edit::GrantTimeOff{id, {}, {}});
  EXPECT_EQ(decline(id, "No.").error().detail, "It is granted already; ask them to withdraw it.");
  EXPECT_TRUE(withdraw(id, world.mira));
  EXPECT_EQ(row(id).state, State::withdrawn);
  EXPECT_EQ(row(id).decided_by, world.max) << "who granted it stands";
  EXPECT_EQ(row(id).withdrawn_by, world.mira);
  EXPECT_TRUE(at_work(world.mira, "2026-12-04T15:00:00Z"));
  EXPECT_EQ(withdraw(id, world.mira).error().detail, "It is withdrawn already.");
}

TEST_F(TimeOff, IsWithdrawnByWhoAskedOrAManager) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  EXPECT_EQ(withdraw(id, world.milo).error().why, Why::not_allowed);
  EXPECT_EQ(withdraw(id, world.cora, Role::coordinator).error().why, Why::not_allowed);
  EXPECT_TRUE(withdraw(id, world.max, Role::manager));
  const auto absence = carry(
      edit::RecordAbsence{world.mira, off("2026-12-04", "2026-12-04", {}, RotaChange::Kind::absence), {}});
  EXPECT_EQ(withdraw(absence.time_off, world.mira).error().why, Why::not_allowed)
      << "an absence is not undone by who is absent";
}

TEST_F(TimeOff, WhatHasBegunEndsWithYesterday) {
  const auto id = ask_off(world.mira, off("2026-12-03", "2026-12-11")).value();
  carry(edit::GrantTimeOff{id, {}, {}});
  now += std::chrono::days{5};
  EXPECT_TRUE(withdraw(id, world.mira));
  EXPECT_EQ(row(id).state, State::granted);
  EXPECT_EQ(row(id).change, off("2026-12-03", "2026-12-07"));
  EXPECT_FALSE(at_work(world.mira, "2026-12-04T15:00:00Z")) << "what happened stays";
  EXPECT_TRUE(at_work(world.mira, "2026-12-09T15:00:00Z"));
  const auto event = newest_audit("person", world.mira.value);
  EXPECT_EQ(event.type, "time_off_ended");
  EXPECT_THAT(event.content.value_or(""), HasSubstr("2026-12-07"));
  EXPECT_EQ(mails().front(), "time_off_withdrawn max");
  EXPECT_EQ(withdraw(id, world.mira).error().detail, "It is over; what happened stays.");
}

TEST_F(TimeOff, TheSwapThatMadeItPossibleGoesWithIt) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  const auto done = carry(edit::GrantTimeOff{id, {}, swap(world.milo, "2026-12-04", "2026-12-09")});
  EXPECT_TRUE(withdraw(id, world.mira));
  EXPECT_EQ(store::find_swap(world.reader(), done.swap)->withdrawn_by, world.mira);
  EXPECT_FALSE(at_work(world.milo, "2026-12-04T15:00:00Z"));
  EXPECT_TRUE(at_work(world.milo, "2026-12-09T15:00:00Z"));
  EXPECT_THAT(mails(), testing::Contains("swap milo"));
}

TEST_F(TimeOff, ASwapOfWhichAPartHasHappenedStays) {
  const auto id = ask_off(world.mira, off("2026-12-04", "2026-12-11")).value();
  const auto done = carry(edit::GrantTimeOff{id, {}, swap(world.milo, "2026-12-04", "2026-12-09")});
  now += std::chrono::days{2};
  EXPECT_TRUE(withdraw(id, world.mira));
  EXPECT_FALSE(store::find_swap(world.reader(), done.swap)->withdrawn_at);
  EXPECT_EQ(refused(edit::WithdrawSwap{done.swap}).detail,
            "A part of it is past; what happened stays. Agree on another for the rest.");
}

TEST_F(TimeOff, IsAskedForSoOftenADay) {
  const auto day_after = [&](int n) {
    const Date first = date("2026-12-08") + std::chrono::days{7 * n};
    return ask_off(world.mira, {RotaChange::Kind::time_off, first, first, {}});
  };
  for (int n = 0; n < most_waiting; ++n) ASSERT_TRUE(day_after(n)) << n;
  EXPECT_THAT(day_after(most_waiting).error().detail, HasSubstr("wait for an answer"));
  for (const auto& waiting : store::read_requested_time_off(world.reader()))
    ASSERT_TRUE(withdraw(waiting.id, world.mira));
  EXPECT_THAT(day_after(0).error().detail, HasSubstr("20 times within a day"));
  now += std::chrono::days{1};
  EXPECT_TRUE(day_after(0));
}

TEST_F(TimeOff, TwoPartsOfOneDayAreAskedForEach) {
  const auto part = [&](int from, int to) {
    return ask_off(world.mira, off("2026-12-08", "2026-12-08", WallInterval{from * 60, to * 60}));
  };
  EXPECT_TRUE(part(8, 10));
  EXPECT_TRUE(part(15, 17));
  EXPECT_THAT(part(9, 11).error().detail, HasSubstr("some of these days already"));
  EXPECT_THAT(ask_off(world.mira, off("2026-12-08")).error().detail, HasSubstr("already"));
}

TEST_F(TimeOff, WhatAManagerGrantsToThemselvesIsToldToTheOthers) {
  PersonId greta;
  write([&](store::Session& session) {
    auto max = store::find_person(session, world.max).value();
    max.name = "Greta Sol";
    max.email = "greta@brightwater.example";
    greta = store::insert_person(session, max);
  });
  const auto id = ask_off(world.max, off("2026-12-04")).value();
  EXPECT_THAT(mails(), ElementsAre("time_off_requested greta"));
  carry(edit::GrantTimeOff{id, {}, {}});
  EXPECT_THAT(mails(), ElementsAre("time_off_requested greta", "time_off_requested greta"));
}

}  // namespace
}  // namespace punctual::desk
