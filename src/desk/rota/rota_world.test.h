#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/rota/carry_out.h"
#include "desk/rota/time_off.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/outbox.h"
#include "tests/world/world.h"

namespace punctual::desk {

/// The cast with a half-and-half pod: North is Milo, Monday to Thursday, and Mira, Tuesday to Friday. It is
/// Thursday morning, and two requests of its client are due on Friday at 10.
struct RotaWorld : testing::Test {
  world::World world;
  Instant now = world::at("2026-12-03T15:00:00Z");
  std::vector<TicketId> due_on_friday;

  RotaWorld() {
    write(
        [&](store::Session& session) { store::set_members(session, world.north, {world.milo, world.mira}); });
    for (int n = 0; n < 2; ++n) {
      const auto id = world.submit("2026-12-03T15:00:00Z").id;
      EXPECT_TRUE(world.change(id, command::Triage{3, world.north, world.milo}, Actor::person(world.cora),
                               "2026-12-03T15:00:00Z"));
      due_on_friday.push_back(id);
    }
  }

  void write(const std::function<void(store::Session&)>& work) {
    (void)world.writer->write([&](store::Session& session) {
      work(session);
      return store::Keep::commit;
    });
    world.desk->reload(world.reader());
  }
  /// What is refused leaves nothing behind.
  template <class Work>
  auto ask(Work work) {
    std::optional<decltype(work(world.reader()))> done;
    (void)world.writer->write([&](store::Session& session) {
      done = work(session);
      return *done ? store::Keep::commit : store::Keep::discard;
    });
    world.desk->reload(world.reader());
    return *std::move(done);
  }

  std::expected<RotaLook, RotaRefused> look(const RotaEdit& wanted) {
    return look_at(*world.desk, wanted, now);
  }
  GateView opened_by(const RotaEdit& wanted) {
    const auto found = look(wanted);
    EXPECT_TRUE(found) << found.error().field << ": " << found.error().detail;
    return found ? found->view : GateView();
  }
  RotaRefused refused(const RotaEdit& wanted) {
    const auto found = look(wanted);
    EXPECT_FALSE(found);
    return found ? RotaRefused() : found.error();
  }
  std::expected<RotaDone, RotaRefused> carry(const RotaEdit& wanted, const RotaLook& look) {
    return ask([&](store::Session& session) {
      return carry_out(*world.desk, session, wanted, look, world.max, now);
    });
  }
  RotaDone carry(const RotaEdit& wanted) {
    const auto done = carry(wanted, look(wanted).value());
    EXPECT_TRUE(done) << done.error().detail;
    return done.value_or(RotaDone());
  }

  static Date date(const char* text) { return *parse_date(text); }
  static people::RotaChange off(const char* first, const char* last, std::optional<WallInterval> hours = {},
                                people::RotaChange::Kind kind = people::RotaChange::Kind::time_off) {
    return {kind, date(first), date(last), hours};
  }
  static people::RotaChange off(const char* day) { return off(day, day); }
  std::expected<TimeOffId, RotaRefused> ask_off(PersonId person, const people::RotaChange& change) {
    return ask([&](store::Session& session) {
      return ask_for_time_off(*world.desk, session, person, change, "My sister comes", now);
    });
  }
  static edit::Swap swap(PersonId person, const char* on, std::optional<const char*> off) {
    edit::Swap made{person, {date(on), WallInterval{8 * 60, 17 * 60}}, std::nullopt, ""};
    if (off) made.off = store::SwapRow::Part{date(*off), std::nullopt};
    return made;
  }
  store::JournalRow newest_audit(std::string_view subject, std::int64_t id) {
    return store::newest_audit(world.reader(), subject, id, 1).at(0);
  }
};

}  // namespace punctual::desk
