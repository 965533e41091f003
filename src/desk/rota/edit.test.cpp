#include "desk/rota/edit.h"

#include "desk/rota/rota_world.test.h"

namespace punctual::desk {
namespace {

using people::RotaChange;
using Why = RotaRefused::Why;
using testing::HasSubstr;

constexpr WallInterval whole_day{8 * 60, 17 * 60};

struct Edit : RotaWorld {
  std::string wrong(const RotaEdit& wanted) {
    const auto why = refused(wanted);
    return why.field + ": " + why.detail;
  }
  std::string wrong(const RotaChange& change) {
    const auto done = ask_off(world.mira, change);
    EXPECT_FALSE(done);
    return done ? "" : done.error().field + ": " + done.error().detail;
  }
  BusinessHours week() {
    BusinessHours hours{.zone = "America/New_York"};
    hours.weekly[0] = {whole_day};
    return hours;
  }
};

TEST_F(Edit, TimeOffThatCannotBeIsRefusedWithARemedy) {
  EXPECT_EQ(wrong(off("2026-12-08", "2026-12-07")),
            "last_date: It ends before it begins; give the dates the other way round.");
  EXPECT_EQ(wrong(off("2026-12-02")), "first_date: It begins in the past; begin today or later.");
  EXPECT_EQ(wrong(off("2026-12-08", "2027-12-10")), "last_date: It is longer than a year; divide it.");
  EXPECT_EQ(wrong(off("2036-12-08")),
            "first_date: It begins more than five years from now; look at the year.");
  EXPECT_EQ(wrong(off("2026-12-08", "2026-12-08", WallInterval{600, 600})),
            "hours: Give hours of a length, such as 13:00 to 17:00.");
  EXPECT_EQ(wrong(off("2026-12-07")),
            "first_date: They are not at work then anyway; choose days of their week.")
      << "a Monday, of Tuesday to Friday";
  EXPECT_EQ(wrong(off("2026-12-08", "2026-12-08", WallInterval{18 * 60, 20 * 60})),
            "first_date: They are not at work then anyway; choose days of their week.");
}

TEST_F(Edit, WhatEndsOrBeginsTodayIsNotPast) {
  EXPECT_TRUE(ask_off(world.mira, off("2026-12-03")));
  EXPECT_TRUE(ask_off(world.mira, off("2026-12-04", "2026-12-04", WallInterval{13 * 60, 17 * 60})))
      << "part of a day";
}

TEST_F(Edit, DaysAreAskedForOnce) {
  EXPECT_TRUE(ask_off(world.mira, off("2026-12-08", "2026-12-10")));
  EXPECT_EQ(wrong(off("2026-12-10", "2026-12-11")),
            ": You have asked for some of these days already; withdraw that request first.");
  EXPECT_TRUE(ask_off(world.mira, off("2026-12-11")));
  EXPECT_TRUE(ask_off(world.milo, off("2026-12-08"))) << "somebody else may";
}

TEST_F(Edit, AnAbsenceMayHaveBegunAWeekAgo) {
  const auto absence = [&](const char* first, const char* last) {
    return edit::RecordAbsence{world.mira, off(first, last, {}, RotaChange::Kind::absence), {}};
  };
  EXPECT_TRUE(look(absence("2026-12-01", "2026-12-04")));
  EXPECT_EQ(wrong(absence("2026-11-20", "2026-12-04")),
            "first_date: It begins in the past; begin today or later.");
  auto of_nobody = absence("2026-12-04", "2026-12-04");
  of_nobody.person = PersonId{99};
  EXPECT_EQ(refused(of_nobody).why, Why::unknown);
}

TEST_F(Edit, ASwapTakesOnFreeHoursAndGivesUpWork) {
  EXPECT_EQ(wrong(swap(world.mira, "2026-12-04", {})),
            "on.date: They are at work then already, or off; choose hours that are free.");
  EXPECT_EQ(wrong(swap(world.mira, "2026-11-30", {})), "on.date: It is past; choose today or later.");
  EXPECT_EQ(wrong(swap(world.mira, "2032-11-30", {})),
            "on.date: It is more than five years from now; look at the year.");
  EXPECT_EQ(wrong(swap(world.mira, "2026-12-07", "2026-12-14")),
            "off.date: They are not at work then anyway; choose a day of their week.");
  EXPECT_EQ(wrong(swap(world.mira, "2026-12-07", "2026-12-02")),
            "off.date: It is past; choose today or later.");
  auto without_hours = swap(world.mira, "2026-12-07", {});
  without_hours.on.hours.reset();
  EXPECT_EQ(wrong(without_hours), "on.hours: Say which hours are taken on, such as 08:00 to 17:00.");
  auto longer = swap(world.mira, "2026-12-04", {});
  longer.on.hours = WallInterval{8 * 60, 20 * 60};
  EXPECT_TRUE(look(longer)) << "three hours of it are free";
}

TEST_F(Edit, ASwapWithinTimeOffIsRefused) {
  carry(edit::RecordAbsence{world.mira, off("2026-12-08", "2026-12-08", {}, RotaChange::Kind::absence), {}});
  EXPECT_EQ(wrong(swap(world.mira, "2026-12-08", {})),
            "on.date: They are at work then already, or off; choose hours that are free.");
}

TEST_F(Edit, ASwapThatComesWithTimeOffIsLookedAtAfterIt) {
  const auto id = ask_off(world.mira, off("2026-12-08")).value();
  EXPECT_TRUE(look(edit::GrantTimeOff{id, {}, swap(world.mira, "2026-12-07", {})}));
  EXPECT_EQ(wrong(edit::GrantTimeOff{id, {}, swap(world.mira, "2026-12-07", "2026-12-08")}),
            "off.date: They are not at work then anyway; choose a day of their week.")
      << "that day is off already";
}

TEST_F(Edit, AWeekIsOfHoursThatLieApart) {
  auto overlapping = week();
  overlapping.weekly[0] = {whole_day, {16 * 60, 20 * 60}};
  EXPECT_EQ(wrong(edit::ChangeWeek{world.milo, overlapping}),
            "weekly.mon: Two stretches of work overlap; make them one, or let the second begin later.");
  auto night = week();
  night.weekly[6] = {{22 * 60, 33 * 60}};  // into Monday, 9
  EXPECT_EQ(wrong(edit::ChangeWeek{world.milo, night}),
            "weekly.sun: The night runs into the next day's hours; end it, or begin them later.");
  auto later = week();
  later.weekly_from[date("2027-01-04")] = overlapping.weekly;
  EXPECT_THAT(wrong(edit::ChangeWeek{world.milo, later}),
              HasSubstr("weekly_from[0].weekly.mon: Two stretches"));
  auto nowhere = week();
  nowhere.zone = "America/Nowhere";
  EXPECT_EQ(wrong(edit::ChangeWeek{world.milo, nowhere}),
            "time_zone: there is no time zone \"America/Nowhere\"; name one, such as America/New_York");
  EXPECT_FALSE(look(edit::ChangeWeek{world.milo, BusinessHours{.zone = "America/New_York"}}))
      << "a week without work is none";
  EXPECT_EQ(refused(edit::ChangeWeek{PersonId{99}, week()}).why, Why::unknown);
}

TEST_F(Edit, APodIsOfPeopleWhoWorkHereAndLedByOneOfThem) {
  const auto pod = [&](std::vector<PersonId> members, std::optional<PersonId> lead, int needed) {
    return edit::ChangePod{world.south, std::move(members), lead, needed};
  };
  EXPECT_EQ(wrong(pod({world.mira}, world.max, 1)),
            "lead: A pod is led by one of its members; add them, or choose another.");
  EXPECT_EQ(wrong(pod({PersonId{99}}, {}, 1)), "members: Choose people who work here.");
  for (const int needed : {0, -1, 101})
    EXPECT_EQ(wrong(pod({world.mira}, {}, needed)),
              "needed: At least 1 and at most 100 people can be needed.");
  EXPECT_EQ(wrong(pod({}, {}, 1)), "members: A pod needs somebody in it; choose at least one.");
  EXPECT_EQ(refused(edit::ChangePod{PodId{99}, {}, {}, 1}).why, Why::unknown);
}

TEST_F(Edit, WhoHasOpenTicketsOfThePodStaysUntilTheyAreHandedOver) {
  const RotaEdit without_milo = edit::ChangePod{world.north, {world.mira}, {}, 1};
  EXPECT_EQ(wrong(without_milo), "members: Milo Adeyemi has open tickets of this pod: " +
                                     refs_of(due_on_friday, 5) + ". Hand them over first, or let them stay.");
  for (const auto id : due_on_friday)
    ASSERT_TRUE(world.change(id, command::Triage{3, world.north, world.mira}, Actor::person(world.cora),
                             "2026-12-03T15:00:00Z"));
  EXPECT_TRUE(look(without_milo));
}

TEST_F(Edit, ASkillIsAWordOrAFewEachOnce) {
  const auto skills = [&](std::vector<std::string> named) {
    return edit::ChangeSkills{world.milo, std::move(named)};
  };
  EXPECT_TRUE(look(skills({})));
  EXPECT_TRUE(look(skills({"Drupal", "accessibility audits"})));
  EXPECT_EQ(wrong(skills({"Drupal", "drupal"})), "skills: \"drupal\" is there twice; name each skill once.");
  for (const auto& none :
       {std::string(), std::string(" Drupal"), std::string("two\nlines"), std::string(101, 'x')})
    EXPECT_THAT(wrong(skills({none})), testing::HasSubstr("name it anew"));
  EXPECT_EQ(wrong(skills(std::vector<std::string>(51, "x"))), "skills: 51 are named; name at most 50.");
  EXPECT_EQ(refused(edit::ChangeSkills{PersonId{99}, {}}).why, Why::unknown);
}

TEST_F(Edit, AClientGoesToAPodThereIs) {
  EXPECT_EQ(wrong(edit::MoveClient{world.bakery, PodId{99}}), "pod: There is no such pod.");
  EXPECT_EQ(refused(edit::MoveClient{ClientId{99}, world.south}).why, Why::unknown);
}

TEST_F(Edit, WhatIsAskedOfAnotherTimeIsNotGranted) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  now += std::chrono::days{3};
  EXPECT_EQ(wrong(edit::GrantTimeOff{id, {}, {}}), ": Its dates are past; decline it, or record an absence.");
  EXPECT_EQ(refused(edit::GrantTimeOff{TimeOffId{99}, {}, {}}).why, Why::unknown);
}

TEST_F(Edit, WhoLeftIsNotGrantedAnything) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  write([&](store::Session& session) {
    auto row = store::find_person(session, world.mira).value();
    row.active = false;
    store::write_person(session, row);
  });
  EXPECT_EQ(wrong(edit::GrantTimeOff{id, {}, {}}), ": Who asked no longer works here; decline it.");
}

}  // namespace
}  // namespace punctual::desk
