#include "timers/timer_loop.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>

#include "store/journal.h"
#include "store/outbox.h"
#include "store/ticket_check.h"
#include "store/ticket_queue.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::timers {
namespace {

using world::at;
using world::World;

constexpr const char* monday_9 = "2026-11-23T14:00:00Z";

struct Timers : ::testing::Test {
  World world;
  Actor cora = Actor::person(world.cora);

  void expect_whole(TicketId id) {
    EXPECT_EQ(store::difference_from_row(world.reader(), id, world.ticket(id)), "");
    EXPECT_TRUE(store::chain_holds(world.reader(), id));
  }
  std::vector<std::string> mail_kinds() {
    std::vector<std::string> kinds;
    for (const auto& row : store::newest_outbox(world.reader(), 100))
      kinds.emplace_back(store::to_text(row.kind));
    std::ranges::reverse(kinds);
    return kinds;
  }
};

TEST_F(Timers, StagesFireOnceEachAndOnlyTheHighest) {
  const auto id = world.submit(monday_9).id;
  EXPECT_EQ(store::next_timer_at(world.reader()), at("2026-11-23T14:15:00Z"));
  EXPECT_EQ(timers::fire_due(*world.desk, *world.writer, at("2026-11-23T14:14:59Z")), 0);
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T14:22:30Z"));
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T14:22:31Z"));
  EXPECT_THAT(mail_kinds(), ::testing::ElementsAre("received", "staff_new_ticket", "staff_warning"));
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T14:30:00Z"));
  EXPECT_THAT(mail_kinds(),
              ::testing::ElementsAre("received", "staff_new_ticket", "staff_warning", "staff_warning"))
      << "75 % and 90 %; at the due instant an answer is still in time";
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T14:30:01Z"));
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T15:00:00Z"));
  EXPECT_THAT(mail_kinds(), ::testing::ElementsAre("received", "staff_new_ticket", "staff_warning",
                                                   "staff_warning", "staff_missed"));
  expect_whole(id);
}

TEST_F(Timers, AWarningReachesWhoIsAtWork) {
  // Milo has it, who works Monday to Thursday; it is Friday, when of his pod nobody is, nor a coordinator.
  const auto id = world.submit("2026-11-19T14:00:00Z").id;
  ASSERT_TRUE(world.change(id, command::Triage{2, world.north, world.milo}, cora, "2026-11-19T14:01:00Z"));
  auto expectation = world.expectation("2026-11-20T15:00:00Z");
  ASSERT_TRUE(world.change(id, command::Reply{"On it.", expectation}, cora, "2026-11-19T14:02:00Z"));
  timers::fire_due(*world.desk, *world.writer, at("2026-11-20T15:00:01Z"));
  std::vector<std::string> told;
  for (const auto& row : store::newest_outbox(world.reader(), 100))
    if (row.kind == store::MailKind::staff_missed) told.push_back(row.to_address);
  EXPECT_THAT(told, ::testing::ElementsAre("max@brightwater.example")) << "a manager, named from 100 % on";
}

TEST_F(Timers, AfterAnOutageOnlyTheMissIsTold) {
  world.submit(monday_9);
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T15:00:00Z"));
  EXPECT_THAT(mail_kinds(), ::testing::ElementsAre("received", "staff_new_ticket", "staff_missed"));
}

TEST_F(Timers, ALaxerTierTakesTheBreachBackAndTheLogKeepsIt) {
  const auto id = world.submit(monday_9).id;
  timers::fire_due(*world.desk, *world.writer, at("2026-11-23T14:40:00Z"));
  ASSERT_TRUE(world.change(id, command::Triage{3, world.north, world.milo}, cora, "2026-11-23T14:45:00Z"));
  const auto row = store::find_ticket(world.reader(), id);
  EXPECT_EQ(row->next_due, at("2026-11-24T14:00:00Z").time_since_epoch().count());
  EXPECT_EQ(world.ticket(id).fired.size(), 1U);
}

TEST_F(Timers, TheLoopFiresWhatIsDueAndHearsOfNewTickets) {
  struct Commits {
    std::mutex mutex;
    std::condition_variable told;
  };
  // Shared with the listener: the writer outlives this body and may tell of one commit more.
  const auto commits = std::make_shared<Commits>();
  world.writer->on_commit([commits] {
    const std::lock_guard lock(commits->mutex);
    commits->told.notify_all();
  });
  TimerLoop loop(
      {*world.desk, *world.writer, [] { return at("2026-11-23T14:40:00Z"); }, [](std::string_view) {}});
  loop.start();
  const auto id = world.submit(monday_9).id;
  loop.wake();
  std::unique_lock lock(commits->mutex);
  ASSERT_TRUE(commits->told.wait_for(lock, std::chrono::seconds{20},
                                     [&] { return world.ticket(id).fired.size() == 1; }));
  lock.unlock();
  loop.stop();
  EXPECT_EQ(world.ticket(id).fired.size(), 1U);
}

}  // namespace
}  // namespace punctual::timers
