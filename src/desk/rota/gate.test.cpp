#include "desk/rota/gate.h"

#include "desk/rota/coverage.h"
#include "desk/rota/rota_world.test.h"
#include "store/calendars.h"
#include "store/json/read.h"
#include "store/policies.h"

namespace punctual::desk {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using world::at;

struct Gate : RotaWorld {
  /// South is Max alone, and he leaves.
  GateView nobody_in_south() {
    write([&](store::Session& session) { store::set_members(session, world.south, {world.max}); });
    return look_at_leaving(*world.desk, world.max, now).value().view;
  }
};

const Interval friday{at("2026-12-04T13:00:00Z"), at("2026-12-04T22:00:00Z")};
const Interval monday{at("2026-12-07T13:00:00Z"), at("2026-12-07T22:00:00Z")};

TEST_F(Gate, OfAHalfAndHalfPodFridayOpensWithWhatIsDueInIt) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  const auto view = opened_by(edit::GrantTimeOff{id, {}, {}});
  ASSERT_THAT(view.opens, SizeIs(1)) << "others of the desk are there";
  const auto& opening = view.opens.front();
  EXPECT_EQ(opening.pod, world.north);
  EXPECT_EQ(opening.gap.first.gap, (people::Gap{friday, 0}));
  EXPECT_EQ(opening.gap.first.endangered, std::vector{world.bakery});
  EXPECT_EQ(opening.tickets, due_on_friday);
  EXPECT_THAT(opening.could_cover, ElementsAre(world.milo, world.cora))
      << "the pod's own first; never who is at work or off";
  EXPECT_EQ(cause_words(*world.desk->catalogue(), opening.gap.first.causes, 1),
            "Mira Castellanos has time off");
  EXPECT_FALSE(view.seen.empty());
}

TEST_F(Gate, OfAHalfAndHalfPodMondayOpens) {
  const auto id = ask_off(world.milo, off("2026-12-07")).value();
  const auto view = opened_by(edit::GrantTimeOff{id, {}, {}});
  ASSERT_THAT(view.opens, SizeIs(1));
  EXPECT_EQ(view.opens.front().gap.first.gap, (people::Gap{monday, 0}));
  EXPECT_THAT(view.opens.front().tickets, IsEmpty());
  EXPECT_THAT(view.opens.front().could_cover, ElementsAre(world.mira, world.max));
}

TEST_F(Gate, DaysOnWhichAnotherIsThereOpenNothing) {
  const auto id = ask_off(world.mira, off("2026-12-08", "2026-12-10")).value();
  const auto view = opened_by(edit::GrantTimeOff{id, {}, {}});
  EXPECT_THAT(view.opens, IsEmpty());
  EXPECT_EQ(view.seen, "");
}

TEST_F(Gate, WithASwapItClosesAndWhatTheSwapOpensIsShown) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  EXPECT_THAT(opened_by(edit::GrantTimeOff{id, {}, swap(world.milo, "2026-12-04", "2026-12-09")}).opens,
              IsEmpty());
  const auto view = opened_by(edit::GrantTimeOff{id, {}, swap(world.milo, "2026-12-04", "2026-12-07")});
  ASSERT_THAT(view.opens, SizeIs(1));
  EXPECT_EQ(view.opens.front().gap.first.gap.over, monday);
}

TEST_F(Gate, WhatWasSeenIsTheSameALittleLaterAndAnotherWhenMoreIsOpened) {
  const RotaEdit wanted = edit::RecordAbsence{
      world.mira, off("2026-12-03", "2026-12-04", {}, people::RotaChange::Kind::absence), {}};
  const RotaEdit shorter = edit::RecordAbsence{
      world.mira,
      off("2026-12-04", "2026-12-04", WallInterval{8 * 60, 12 * 60}, people::RotaChange::Kind::absence),
      {}};
  const auto seen = opened_by(wanted).seen;
  EXPECT_NE(seen, opened_by(shorter).seen);
  now += std::chrono::minutes{59};
  EXPECT_EQ(seen, opened_by(wanted).seen);
  // An open-ended gap has begun already, and ends with what is looked at.
  const auto nobody = nobody_in_south();
  now += std::chrono::minutes{7};
  EXPECT_EQ(nobody.seen, nobody_in_south().seen);
}

TEST_F(Gate, WhatIsDueAsAGapEndsIsDueInIt) {
  const RotaEdit until_ten = edit::RecordAbsence{
      world.mira,
      off("2026-12-04", "2026-12-04", WallInterval{8 * 60, 10 * 60}, people::RotaChange::Kind::absence),
      {}};
  const auto view = opened_by(until_ten);
  ASSERT_THAT(view.opens, SizeIs(1));
  EXPECT_EQ(view.opens.front().tickets, due_on_friday);
}

/// How often all that are listed are there.
std::int64_t times(const GateView& view) {
  std::int64_t sum = 0;
  for (const auto& opening : view.opens) sum += std::ssize(opening.gap.times);
  return sum;
}

TEST_F(Gate, WhatComesBackEachWeekIsListedOnceAndKnownEachTime) {
  const auto view = opened_by(edit::ChangePod{world.north, {world.milo, world.mira}, {}, 2});
  ASSERT_THAT(view.opens, SizeIs(2)) << "Mondays and Fridays of a year";
  EXPECT_EQ(view.opens.front().needed, 2);
  EXPECT_EQ(view.opens.front().gap.first.gap.over, friday);
  EXPECT_GT(times(view), 100);
  EXPECT_EQ(std::ssize(json::parse(view.known.value())->as_array()), times(view));
}

TEST_F(Gate, MoreThanAreListedAreCounted) {
  const auto tuesday = Date{std::chrono::year{2026} / 12 / 8};
  write([&](store::Session& session) {
    for (int n = 0; n < 2 * most_openings; ++n) {
      const auto date = tuesday + std::chrono::days{7 * (n / 6) + n % 3};
      const auto opens = 8 * 60 + (n % 6 / 3) * 4 * 60 + n;
      store::insert_time_off(session, {.id = {},
                                       .person = world.milo,
                                       .change = {people::RotaChange::Kind::time_off, date, date,
                                                  WallInterval{opens, opens + 30}},
                                       .state = store::TimeOffRow::State::granted,
                                       .asked_by = world.milo,
                                       .asked_at = now});
    }
    store::move_directory_version(session);
  });
  const auto view = opened_by(edit::ChangePod{world.north, {world.milo, world.mira}, {}, 2});
  EXPECT_THAT(view.opens, SizeIs(most_openings));
  EXPECT_GT(view.more, 0);
  EXPECT_EQ(std::ssize(json::parse(view.known.value())->as_array()), times(view) + view.more)
      << "whether they are listed or not";
}

TEST_F(Gate, WhoLeavesOpensEachOfTheirDaysAlone) {
  const auto view = look_at_leaving(*world.desk, world.mira, now).value().view;
  ASSERT_THAT(view.opens, SizeIs(1));
  EXPECT_EQ(view.opens.front().pod, world.north);
  EXPECT_EQ(view.opens.front().gap.first.gap.over, friday);
  EXPECT_GT(times(view), 50);
  EXPECT_EQ(view.opens.front().tickets, due_on_friday);
  EXPECT_THAT(look_at_leaving(*world.desk, PersonId{999}, now).value().view.opens, IsEmpty());
}

TEST_F(Gate, APodWithoutMembersIsAGapForAllThatWasPromised) {
  const auto view = nobody_in_south();
  ASSERT_FALSE(view.opens.empty());
  EXPECT_EQ(view.opens.front().pod, world.south);
  EXPECT_EQ(cause_words(*world.desk->catalogue(), view.opens.front().gap.first.causes, 1),
            "it has no members");
}

TEST_F(Gate, AClientMovedTakesItsGapsAlong) {
  const RotaEdit move = edit::MoveClient{world.bakery, world.south};
  const auto view = opened_by(move);
  ASSERT_THAT(view.opens, SizeIs(1)) << "nobody of South is there on Mondays: known to it, not to the bakery";
  EXPECT_EQ(view.opens.front().pod, world.south);
  EXPECT_EQ(view.opens.front().gap.first.gap, (people::Gap{monday, 0}));
  EXPECT_FALSE(view.seen.empty());
  const auto left = opened_by(edit::MoveClient{world.bakery, std::nullopt});
  EXPECT_THAT(left.opens, IsEmpty()) << "somebody of the desk is there in every hour of theirs";
  write([&](store::Session& session) {
    auto policy = store::read_policies(session).at(0);
    policy.name = "round-the-clock";
    policy.own_calendar = store::insert_calendar(session, {.zone = "America/New_York", .always_open = true});
    store::insert_policy(session, policy);
    store::insert_client(session, {.name = "Night Owl", .pod = world.north, .policy = "round-the-clock"});
  });
  const auto owl = world.desk->catalogue()->clients().back().id;
  const auto alone = opened_by(edit::MoveClient{owl, std::nullopt});
  ASSERT_FALSE(alone.opens.empty()) << "no pod keeps it any more, and of the desk nobody is there at night";
  EXPECT_FALSE(alone.opens.front().pod);
  const auto moved = opened_by(edit::MoveClient{owl, world.south});
  ASSERT_FALSE(moved.opens.empty());
  EXPECT_EQ(moved.opens.front().pod, world.south);
  EXPECT_EQ(moved.opens.front().gap.first.endangered, std::vector{owl});
  carry(move);
  EXPECT_THAT(opened_by(move).opens, IsEmpty()) << "they are there already";
}

TEST_F(Gate, TheTicketsOfAClientMoveWithIt) {
  write([&](store::Session& session) { store::set_members(session, world.south, {world.max}); });
  carry(edit::RecordAbsence{
      world.max, off("2026-12-04", "2026-12-04", {}, people::RotaChange::Kind::absence), {}});
  const auto view = opened_by(edit::MoveClient{world.bakery, world.south});
  ASSERT_FALSE(view.opens.empty());
  EXPECT_EQ(view.opens.front().gap.first.gap.over, friday);
  EXPECT_EQ(view.opens.front().tickets, due_on_friday) << "they were given to North";
}

TEST_F(Gate, WhoIsOffAtAnotherHourOfTheDayCouldCover) {
  auto week = world.desk->catalogue()->person(world.max)->hours;
  week.weekly[4] = {{8 * 60, 12 * 60}};
  carry(edit::ChangeWeek{world.max, week});
  const auto absence = [](PersonId who, int from, int to) {
    return edit::RecordAbsence{
        who,
        off("2026-12-04", "2026-12-04", WallInterval{from * 60, to * 60}, people::RotaChange::Kind::absence),
        {}};
  };
  carry(absence(world.max, 8, 9));
  const auto view = opened_by(absence(world.mira, 13, 17));
  ASSERT_FALSE(view.opens.empty());
  EXPECT_THAT(view.opens.front().could_cover, ElementsAre(world.milo, world.cora, world.max));
}

TEST_F(Gate, IsLookedAtAsFarAheadAsTheChangeReaches) {
  const auto id = ask_off(world.mira, off("2029-06-08")).value();
  const auto view = opened_by(edit::GrantTimeOff{id, {}, {}});
  ASSERT_THAT(view.opens, SizeIs(1));
  EXPECT_EQ(view.opens.front().gap.first.gap.over.opens, at("2029-06-08T12:00:00Z"));
}

TEST_F(Gate, WhatIsKnownIsKeptByPodAndTime) {
  const auto id = ask_off(world.mira, off("2026-12-04")).value();
  EXPECT_EQ(opened_by(edit::GrantTimeOff{id, {}, {}}).known,
            R"([{"pod":)" + std::to_string(world.north.value) +
                R"(,"from":"2026-12-04T13:00:00Z","to":"2026-12-04T22:00:00Z","present":0}])");
}

}  // namespace
}  // namespace punctual::desk
