#include "desk/access/statement_link.h"

#include "desk/configuration/applied.test.h"
#include "store/directory.h"
#include "store/directory_changes.h"

namespace punctual::desk {
namespace {

/// The bakery's statement of October, and Nora who approves.
struct StatementLinks : Applied {
  StatementId statement;
  store::ContactRow nora =
      store::find_contact_by_email(world.reader(), "nora@harbour-bakery.example").value();

  StatementLinks() {
    nora.approves = true;
    write([&](store::Session& session) {
      store::write_contact(session, nora);
      statement = store::insert_statement(session, {.number = "2026-0001",
                                                    .client = world.bakery,
                                                    .month = Date{std::chrono::year{2026} / 10 / 1},
                                                    .body = "{}",
                                                    .issued_at = at(monday)});
    });
  }
  std::string token() {
    const auto url = statement_url(*world.desk, world.reader(), {statement, nora.id});
    return url.substr(url.rfind('/') + 1);
  }
  bool works(const std::string& token) {
    return follow_statement_link(*world.desk, world.reader(), token).has_value();
  }
};

TEST_F(StatementLinks, EndWithTheRightToReadAndDoNotComeBackWithIt) {
  const auto sent = token();
  EXPECT_TRUE(works(sent));
  const auto written = [&](bool approves, bool active) {
    nora.approves = approves;
    nora.active = active;
    write([&](store::Session& session) { store::write_contact(session, nora); });
  };
  nora.name = "Nora Quist-Berg";
  written(true, true);
  EXPECT_TRUE(works(sent)) << "another name is the same reader";
  written(false, true);
  EXPECT_FALSE(works(sent));
  written(true, true);
  EXPECT_FALSE(works(sent));
  const auto again = token();
  EXPECT_TRUE(works(again));
  written(true, false);
  written(true, true);
  EXPECT_FALSE(works(again));
}

TEST_F(StatementLinks, AreNobodyElsesAfterTheirReaderIsRedacted) {
  const auto sent = token();
  ContactId next;
  write([&](store::Session& session) {
    store::delete_contact(session, nora.id);
    next = store::insert_contact(session, {.client = world.bakery,
                                           .name = "Olga Next",
                                           .email = "olga@harbour-bakery.example",
                                           .approves = true});
  });
  EXPECT_GT(next.value, nora.id.value)
      << "what a journal says of number " << nora.id.value << " stays Nora's";
  EXPECT_FALSE(works(sent));
}

}  // namespace
}  // namespace punctual::desk
