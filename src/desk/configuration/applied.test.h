#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/configuration/apply.h"
#include "desk/people/password_link.h"
#include "desk/queries/ticket_view.h"
#include "tests/world/world.h"

namespace punctual::desk {

using world::at;
using world::World;

inline constexpr const char* monday = "2026-11-23T15:00:00Z";
inline constexpr const char* tuesday = "2026-11-24T15:00:00Z";

struct Applied : ::testing::Test {
  World world;
  Configuration held() { return *read_configuration(world.reader(), at(monday)); }

  void apply(Configuration wanted, const char* when) {
    put_in_order(wanted);
    (void)world.writer->write([&](store::Session& session) {
      const auto plan = plan_configuration(session, wanted, at(when));
      EXPECT_THAT(obstacles(session, plan), ::testing::IsEmpty());
      apply_configuration(session, plan, Actor::desk(), at(when));
      return store::Keep::commit;
    });
    world.desk->reload_if_changed(world.reader());
  }
  void write(const std::function<void(store::Session&)>& work) {
    (void)world.writer->write([&](store::Session& session) {
      work(session);
      return store::Keep::commit;
    });
  }
  PasswordLinkId invitation(PersonId person) {
    PasswordLinkId id;
    write([&](store::Session& session) {
      id = make_link(session, person, store::LinkKind::invitation, at(monday)).id;
    });
    return id;
  }
  std::vector<std::string> stands_in_the_way(Configuration wanted) {
    put_in_order(wanted);
    std::vector<std::string> lines;
    for (const auto& one :
         obstacles(world.reader(), plan_configuration(world.reader(), std::move(wanted), at(monday))))
      lines.push_back(one.place + ": " + one.problem + "; " + one.remedy);
    return lines;
  }
  sla::Clock first_reply(TicketId id, const char* when) {
    return view_ticket(*world.desk, world.reader(), id, at(when))->standing.clocks.first_reply;
  }
};

template <class Entry>
Entry& entry(std::vector<Entry>& entries, std::string Entry::* member, const std::string& name) {
  return *std::ranges::find(entries, name, member);
}

}  // namespace punctual::desk
