#include "store/ticket_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/journal.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::store {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using world::World;

struct Queue : ::testing::Test {
  World world;

  /// How SQLite would go about it, a line a step.
  std::string plan(const std::string& sql) { return plan(world.reader(), sql); }
  static std::string plan(Session& session, const std::string& sql) {
    auto query = session.prepare("EXPLAIN QUERY PLAN " + sql);
    std::string steps;
    while (query.step()) steps += query.string(3) + "\n";
    return steps;
  }
};

TEST_F(Queue, NoPageReadsOrSortsAllTickets) {
  using State = QueueFilter::State;
  std::vector<QueueFilter> filters;
  for (const auto assignee :
       {std::optional<PersonId>{}, std::optional(PersonId{}), std::optional(world.milo)})
    for (const auto client : {std::optional<ClientId>{}, std::optional(world.bakery)}) {
      filters.push_back({State::active, {}, assignee, client});
      filters.push_back({State::all, {}, assignee, client});
      for (const auto status : {Status::fresh, Status::open, Status::waiting, Status::resolved, Status::spam})
        filters.push_back({State::one_status, status, assignee, client});
    }
  for (const auto& filter : filters)
    for (const bool from_cursor : {false, true}) {
      const auto sql = queue_sql(filter, from_cursor);
      const auto steps = plan(sql);
      EXPECT_THAT(steps, Not(HasSubstr("TEMP B-TREE"))) << sql;
      // Without a filter the table, or the index of active tickets, is read in its own order.
      const bool narrowed = filter.assignee || filter.client;
      if (filter.state == State::active && !narrowed)
        EXPECT_THAT(steps, HasSubstr("USING INDEX ticket_active")) << sql;
      else if (filter.state != State::all || narrowed)
        EXPECT_THAT(steps, Not(HasSubstr("SCAN"))) << sql;
      // What a client or person has had does not weigh on what is open.
      if (filter.state == State::active && narrowed)
        EXPECT_THAT(steps, AnyOf(HasSubstr("ticket_client (client_id=?"),
                                 HasSubstr("ticket_assignee (assignee_id=?")))
            << sql;
    }
}

TEST_F(Queue, APersonIsForgottenWithoutReadingTheTicketsOfOthers) {
  // In the writer's session: only there the references of other rows are checked.
  (void)world.writer->write([](Session& session) {
    for (const auto& sql :
         {std::string(tickets_of_person_sql), std::string("DELETE FROM contact WHERE id = ?")}) {
      const auto steps = plan(session, sql);
      EXPECT_THAT(steps, HasSubstr("ticket_contact (contact_id=?)")) << sql;
      EXPECT_THAT(steps, Not(HasSubstr("SCAN"))) << sql;
    }
    return Keep::discard;
  });
}

TEST_F(Queue, AResolvedPageOfOnePersonGoesOnFromItsCursor) {
  std::vector<TicketId> ids;
  for (int i = 0; i < 5; ++i) {
    const auto id = world.submit("2026-11-23T14:00:00Z").id;
    const auto by = Actor::person(world.cora);
    ASSERT_TRUE(world.change(id, command::Triage{3, world.north, world.milo}, by, "2026-11-23T14:01:00Z"));
    ASSERT_TRUE(world.change(id, command::Resolve{"Done."}, by, "2026-11-23T14:02:00Z"));
    ids.push_back(id);
  }
  const QueueFilter filter{QueueFilter::State::one_status, Status::resolved, world.milo, {}};
  std::vector<TicketId> seen;
  std::optional<QueueCursor> from;
  do {
    const auto page = read_queue(world.reader(), filter, from, 2);
    for (const auto& row : page.rows) seen.push_back(row.id);
    from = page.next;
  } while (from);
  std::ranges::reverse(ids);
  EXPECT_EQ(seen, ids);
}

TEST_F(Queue, IsFoundInByAddressNameAndClientNewestFirst) {
  const auto one = world.submit("2026-11-23T14:00:00Z").id;
  const auto two = world.submit("2026-11-23T14:01:00Z").id;
  for (const char* text : {"NORA@harbour", "nora q", "bakery", "Harbour"}) {
    const auto rows = search_tickets(world.reader(), text, 10);
    ASSERT_EQ(rows.size(), 2U) << text;
    EXPECT_EQ(rows[0].id, two);
    EXPECT_EQ(rows[1].id, one);
    EXPECT_EQ(search_tickets(world.reader(), text, 1).size(), 1U);
  }
  EXPECT_TRUE(search_tickets(world.reader(), "nobody", 10).empty());
}

TEST_F(Queue, WhatStreamsReadIsInTheOrderOfTheJournal) {
  world.submit("2026-11-23T14:00:00Z");
  (void)world.writer->write([&](Session& session) {
    append_audit(session, "token", 1, "token_created", world::at("2026-11-23T14:00:30Z"), Actor::desk(),
                 "{}");
    return Keep::commit;
  });
  world.submit("2026-11-23T14:01:00Z");
  const auto rows = journal_after(world.reader(), 0, {}, 10);
  ASSERT_EQ(rows.size(), 2U) << "of tickets alone";
  EXPECT_EQ(journal_after(world.reader(), rows[0].id, {}, 1).at(0).id, rows[1].id);
}

}  // namespace
}  // namespace punctual::store
