#include "desk/rota/carry_out.h"

#include "desk/configuration/configuration.h"
#include "desk/rota/coverage.h"
#include "desk/rota/rota_world.test.h"

namespace punctual::desk {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Why = RotaRefused::Why;
using State = store::TimeOffRow::State;
using people::RotaChange;

struct CarryOut : RotaWorld {
  store::TimeOffRow row(TimeOffId id) { return store::find_time_off(world.reader(), id).value(); }
  bool at_work(PersonId person, const char* when) {
    return world.desk->catalogue()->worker(person).at_work.is_open(world::at(when));
  }
  /// Gaps of North in the week from now.
  std::vector<people::CoverageGap> gaps() {
    return coverage(*world.desk->catalogue(), world.north, std::chrono::weeks{1}, now, people::Cut::nowhere)
        .at(0)
        .gaps;
  }
};

TEST_F(CarryOut, WhatIsGrantedInTheKnowledgeOfAGapSaysSo) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  EXPECT_THAT(gaps(), IsEmpty());
  carry(edit::GrantTimeOff{id, "Enjoy it.", {}});
  EXPECT_EQ(row(id).state, State::granted);
  EXPECT_EQ(row(id).decided_by, world.max);
  EXPECT_EQ(row(id).answer, "Enjoy it.");
  EXPECT_THAT(row(id).knowing.value_or(""), HasSubstr("2026-12-04T13:00:00Z"));
  const auto event = newest_audit("person", world.mira.value);
  EXPECT_EQ(event.type, "time_off_granted");
  EXPECT_EQ(event.actor, Actor::person(world.max));
  EXPECT_THAT(event.content.value_or(""), HasSubstr("2026-12-04T13:00:00Z"));
  EXPECT_FALSE(at_work(world.mira, "2026-12-04T15:00:00Z"));
  EXPECT_THAT(gaps(), SizeIs(1));
}

TEST_F(CarryOut, WithASwapTheGapIsClosed) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  const auto done = carry(edit::GrantTimeOff{id, {}, swap(world.milo, "2026-12-04", "2026-12-09")});
  EXPECT_EQ(done.time_off, id);
  const auto swapped = store::find_swap(world.reader(), done.swap).value();
  EXPECT_EQ(swapped.time_off, id);
  EXPECT_EQ(swapped.person, world.milo);
  EXPECT_FALSE(row(id).knowing) << "there was nothing to know";
  EXPECT_THAT(gaps(), IsEmpty());
  EXPECT_TRUE(at_work(world.milo, "2026-12-04T15:00:00Z"));
  EXPECT_FALSE(at_work(world.milo, "2026-12-09T15:00:00Z"));

  carry(edit::WithdrawSwap{done.swap});
  EXPECT_THAT(gaps(), SizeIs(1));
  EXPECT_TRUE(at_work(world.milo, "2026-12-09T15:00:00Z"));
  EXPECT_THAT(store::find_swap(world.reader(), done.swap)->withdrawn_by, world.max);
  EXPECT_EQ(refused(edit::WithdrawSwap{done.swap}).detail, "It is withdrawn already.");
}

TEST_F(CarryOut, WhatWasLookedAtOnAnotherStateIsNotDone) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  const RotaEdit wanted = edit::GrantTimeOff{id, {}, {}};
  const auto seen = look(wanted).value();
  carry(edit::RecordAbsence{world.milo, off("2026-12-07", "2026-12-07", {}, RotaChange::Kind::absence), {}});
  const auto done = carry(wanted, seen);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().why, Why::not_now);
  EXPECT_EQ(row(id).state, State::requested);
}

TEST_F(CarryOut, AnAbsenceIsAFactAtOnce) {
  const auto done = carry(
      edit::RecordAbsence{world.mira, off("2026-12-03", "2026-12-04", {}, RotaChange::Kind::absence), "ill"});
  EXPECT_EQ(row(done.time_off).state, State::granted);
  EXPECT_EQ(row(done.time_off).asked_by, world.max);
  EXPECT_EQ(newest_audit("person", world.mira.value).type, "absence_recorded");
  EXPECT_THAT(gaps(), SizeIs(1)) << "Milo is there on Thursday";
}

TEST_F(CarryOut, ThePodsRowsAreWhatWasWanted) {
  carry(edit::ChangePod{world.south, {world.cora, world.mira}, world.mira, 2});
  const auto* pod = world.desk->catalogue()->pod(world.south);
  EXPECT_EQ(pod->members, (std::vector{world.cora, world.mira}));
  EXPECT_EQ(pod->lead, world.mira);
  EXPECT_EQ(pod->needed, 2);
  const auto event = newest_audit("pod", world.south.value);
  EXPECT_EQ(event.type, "changed");
  EXPECT_THAT(event.content.value_or(""), HasSubstr(R"("needed":2)"));
}

TEST_F(CarryOut, AClientMoves) {
  carry(edit::MoveClient{world.bakery, world.south});
  EXPECT_EQ(world.desk->catalogue()->client(world.bakery)->pod, world.south);
  carry(edit::MoveClient{world.bakery, std::nullopt});
  EXPECT_FALSE(world.desk->catalogue()->client(world.bakery)->pod);
}

TEST_F(CarryOut, SkillsOfThePageAreThoseOfAFile) {
  carry(edit::ChangeSkills{world.milo, {"hosting", "Drupal"}});
  EXPECT_THAT(world.desk->catalogue()->person(world.milo)->skills, testing::ElementsAre("Drupal", "hosting"));
  EXPECT_EQ(newest_audit("person", world.milo.value).type, "skills_changed");
  const auto held = read_configuration(world.reader(), now).value();
  const auto milo = std::ranges::find(held.people, "milo@brightwater.example", &PersonEntry::email);
  EXPECT_THAT(milo->skills, testing::ElementsAre("Drupal", "hosting"));
}

TEST_F(CarryOut, AWeekOfThePageIsTheWeekOfAFile) {
  write([&](store::Session& session) {
    auto row = store::find_person(session, world.milo).value();
    row.hours.exceptions[date("2026-12-24")] = {{8 * 60, 12 * 60}};
    store::write_person(session, row);
  });
  BusinessHours week{.zone = "America/New_York"};
  week.weekly[1] = week.weekly[4] = {{9 * 60, 18 * 60}};
  week.weekly_from[date("2027-03-01")] = {};
  week.weekly_from[date("2027-03-01")][0] = {{8 * 60, 17 * 60}};
  carry(edit::ChangeWeek{world.milo, week});

  const auto held = read_configuration(world.reader(), now).value();
  const auto milo = std::ranges::find(held.people, "milo@brightwater.example", &PersonEntry::email);
  EXPECT_EQ(milo->hours.weekly, week.weekly);
  EXPECT_EQ(milo->hours.weekly_from, week.weekly_from);
  EXPECT_THAT(milo->hours.exceptions, SizeIs(1)) << "dates of one's own stay";
  EXPECT_TRUE(at_work(world.milo, "2026-12-04T15:00:00Z"));
  EXPECT_FALSE(at_work(world.milo, "2026-12-07T15:00:00Z"));
}

TEST_F(CarryOut, WhoHasTicketsOfThePodByNowStaysInIt) {
  const RotaEdit wanted = edit::ChangePod{world.north, {world.mira}, {}, 1};
  for (const auto id : due_on_friday)
    ASSERT_TRUE(world.change(id, command::Triage{3, world.north, world.mira}, Actor::person(world.cora),
                             "2026-12-03T15:00:00Z"));
  const auto seen = look(wanted).value();
  ASSERT_TRUE(world.change(due_on_friday[0], command::Triage{3, world.north, world.milo},
                           Actor::person(world.cora), "2026-12-03T15:00:00Z"));
  const auto done = carry(wanted, seen);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().detail, HasSubstr(ref_of(due_on_friday[0])));
  EXPECT_THAT(done.error().detail, Not(HasSubstr(ref_of(due_on_friday[1]))));
}

}  // namespace
}  // namespace punctual::desk
