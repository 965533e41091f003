#include "store/rota.h"

#include <gtest/gtest.h>

#include "store/directory_changes.h"
#include "store/migrations/migrations.h"

namespace punctual::store {
namespace {

using people::RotaChange;
using Kind = RotaChange::Kind;
using State = TimeOffRow::State;

constexpr Date day(int n) {
  return Date{std::chrono::days{n}};
}

struct RotaRows : ::testing::Test {
  Session session{":memory:", Session::Mode::read_write};
  PersonId nora;
  void SetUp() override {
    migrate(session);
    nora = insert_person(session, {.name = "Nora", .email = "nora@x.example", .role = people::Role::member});
  }
  TimeOffId ask(Kind kind, int first, int last, std::optional<WallInterval> hours = {}) {
    return insert_time_off(session, {.person = nora,
                                     .change = {kind, day(first), day(last), hours},
                                     .note = "a wedding",
                                     .asked_by = nora,
                                     .asked_at = Instant{Seconds{100}}});
  }
  void decide(TimeOffId id, State state) {
    auto row = find_time_off(session, id).value();
    row.state = state;
    row.decided_by = nora;
    row.decided_at = Instant{Seconds{200}};
    row.answer = "enjoy";
    row.knowing = "[]";
    write_time_off(session, row);
  }
};

TEST_F(RotaRows, TimeOffComesBackAsItWasAskedForAndDecided) {
  const auto id = ask(Kind::time_off, 20'000, 20'002, WallInterval{480, 720});
  EXPECT_EQ(read_requested_time_off(session).size(), 1U);
  decide(id, State::granted);
  EXPECT_TRUE(read_requested_time_off(session).empty());
  const auto row = find_time_off(session, id).value();
  EXPECT_EQ(row.change, (RotaChange{Kind::time_off, day(20'000), day(20'002), WallInterval{480, 720}}));
  EXPECT_EQ(row.note, "a wedding");
  EXPECT_EQ(row.decided_at, Instant{Seconds{200}});
  EXPECT_EQ(row.answer, "enjoy");
  EXPECT_EQ(row.knowing, "[]");
}

TEST_F(RotaRows, OnlyWhatWasGrantedDiffersFromTheWeek) {
  decide(ask(Kind::time_off, 10, 11), State::granted);
  decide(ask(Kind::time_off, 20, 21), State::declined);
  ask(Kind::time_off, 30, 31);
  decide(ask(Kind::absence, 40, 40), State::granted);
  EXPECT_EQ(read_rota_changes(session)[nora],
            (std::vector<RotaChange>{{Kind::time_off, day(10), day(11), {}},
                                     {Kind::absence, day(40), day(40), {}}}));
}

TEST_F(RotaRows, ASwapGivesUpWhatItSaysUntilItIsWithdrawn) {
  const auto id = insert_swap(session, {.person = nora,
                                        .on = {day(50), WallInterval{480, 1020}},
                                        .off = SwapRow::Part{day(60), {}},
                                        .note = "",
                                        .made_by = nora,
                                        .made_at = Instant{Seconds{300}}});
  EXPECT_EQ(read_rota_changes(session)[nora],
            (std::vector<RotaChange>{{Kind::swap_extra, day(50), day(50), WallInterval{480, 1020}},
                                     {Kind::swap_off, day(60), day(60), {}}}));
  EXPECT_TRUE(read_swaps(session, day(61)).empty());
  withdraw_swap(session, id, PersonId{1}, Instant{Seconds{400}});
  EXPECT_TRUE(read_rota_changes(session).empty());
  EXPECT_EQ(find_swap(session, id)->withdrawn_at, Instant{Seconds{400}});
}

}  // namespace
}  // namespace punctual::store
