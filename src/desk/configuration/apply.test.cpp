#include "desk/access/sign_in.h"
#include "desk/commands/change.h"
#include "desk/configuration/applied.test.h"
#include "desk/people/invite.h"
#include "desk/people/password.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/tickets.h"

namespace punctual::desk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST_F(Applied, WhatDiffersInNothingChangesNothing) {
  const auto journal = store::audited_subjects(world.reader()).size();
  apply(held(), tuesday);
  EXPECT_EQ(read_versions(world.reader()).configuration, 0);
  EXPECT_EQ(store::audited_subjects(world.reader()).size(), journal);
}

TEST_F(Applied, OtherTargetsAndGoalBindWhatIsSentInFromThenOn) {
  const auto before = world.submit(monday).id;
  auto wanted = held();
  wanted.policies.front().tiers[0].first_reply = Target::of_minutes(10);
  wanted.profile.goal = Target::of_minutes(20);
  apply(wanted, tuesday);
  const auto after = world.submit(tuesday).id;
  EXPECT_EQ(first_reply(before, tuesday).due, at("2026-11-23T15:30:00Z"));
  EXPECT_EQ(first_reply(after, tuesday).due, at("2026-11-24T15:10:00Z"));
  EXPECT_EQ(store::count_active_superseded(world.reader()), 0);
  EXPECT_EQ(view_ticket(*world.desk, world.reader(), after, at(tuesday))->standing.goal.due,
            at("2026-11-24T15:20:00Z"));
}

TEST_F(Applied, OtherHoursAreFollowedByWhatRuns) {
  const auto id = world.submit("2026-11-25T21:45:00Z").id;  // half an hour, 15 minutes before Thanksgiving
  EXPECT_EQ(first_reply(id, "2026-11-25T21:50:00Z").due, at("2026-11-27T13:15:00Z"));
  auto wanted = held();
  wanted.holidays.clear();
  wanted.hours.holidays.clear();
  apply(wanted, "2026-11-25T21:50:00Z");
  EXPECT_EQ(store::active_superseded(world.reader(), 9), std::vector{id});
  (void)world.writer->write([&](store::Session& session) {
    rejudge(*world.desk, session, id, at("2026-11-25T21:50:05Z"));
    return store::Keep::commit;
  });
  EXPECT_EQ(first_reply(id, "2026-11-25T21:51:00Z").due, at("2026-11-26T13:15:00Z"));
}

TEST_F(Applied, OwnHoursOfAPolicyAreFollowedToo) {
  auto wanted = held();
  wanted.policies.front().coverage = BusinessHours{.zone = "America/New_York", .always_open = true};
  apply(wanted, monday);
  const auto id = world.submit("2026-11-23T23:00:00Z").id;
  EXPECT_EQ(first_reply(id, "2026-11-23T23:01:00Z").due, at("2026-11-23T23:30:00Z"));
  wanted.policies.front().coverage = held().hours;
  apply(wanted, "2026-11-23T23:05:00Z");
  EXPECT_EQ(store::active_superseded(world.reader(), 9), std::vector{id});
  wanted.policies.front().coverage.reset();
  apply(wanted, "2026-11-23T23:06:00Z");
  EXPECT_EQ(store::count_active_superseded(world.reader()), 1)
      << "another kind of coverage binds the next alone";
}

TEST_F(Applied, WhichOfTwoIsMeantIsAsked) {
  auto wanted = held();
  std::erase_if(wanted.pods, [](const auto& one) { return one.name == "North"; });
  wanted.pods[0].was = "North";
  for (auto& person : wanted.people) person.pods = {"South"};
  wanted.clients[0].pod = "South";
  EXPECT_THAT(
      stands_in_the_way(wanted),
      ElementsAre("pods: South: is there already, and so is \"North\", which the file says it was; list "
                  "both without `was`, or take one out before the other takes its name"));
}

TEST_F(Applied, EveryChangeOfTheDirectoryIsSeenAndNoPasswordIs) {
  auto versions = read_versions(world.reader());
  const auto moves = [&](const std::function<void(store::Session&)>& work) {
    write(work);
    const auto before = std::exchange(versions, read_versions(world.reader()));
    return before != versions;
  };
  const auto contact = *store::find_contact_by_email(world.reader(), "nora@harbour-bakery.example");
  const auto milo = *store::find_person(world.reader(), world.milo);
  EXPECT_FALSE(moves([&](auto& session) { store::set_password(session, world.milo, "x"); }));
  EXPECT_FALSE(moves([&](auto& session) { ask_for_reset(*world.desk, session, milo.email, at(monday)); }));
  EXPECT_TRUE(moves([&](auto& session) { store::write_person(session, milo); }));
  EXPECT_TRUE(moves([&](auto& session) { store::set_pods(session, world.milo, {}); }));
  EXPECT_TRUE(moves([&](auto& session) { store::write_contact(session, contact); }));
  EXPECT_TRUE(moves([&](auto& session) { store::delete_contact(session, contact.id); }));
  EXPECT_TRUE(moves([&](auto& session) { store::insert_pod(session, {.name = "West"}); }));
}

TEST_F(Applied, WhatReadsTheSameIsAnotherValue) {
  auto wanted = held();
  wanted.profile.tiers[0] = {"Down: all of it", "is"};
  apply(wanted, monday);
  wanted.profile.tiers[0] = {"Down", "all of it: is"};
  apply(wanted, tuesday);
  EXPECT_EQ(held().profile.tiers[0].title, "Down");
  wanted.pods.push_back({"North, South", {}});
  entry(wanted.people, &PersonEntry::email, "max@brightwater.example").pods = {"North, South", "South"};
  auto& cora = entry(wanted.people, &PersonEntry::email, "cora@brightwater.example");
  cora.pods = {"North", "South"};
  apply(wanted, tuesday);
  cora.pods = {"North, South"};
  apply(wanted, tuesday);
  EXPECT_EQ(held().people[0].pods, cora.pods);
}

TEST_F(Applied, APolicyInOtherLettersIsAnotherOne) {
  const auto before = world.submit(monday).id;
  auto wanted = held();
  wanted.policies[0].name = "STANDARD";
  wanted.profile.unknown_policy = "STANDARD";
  wanted.clients[0].policy = "STANDARD";
  apply(wanted, tuesday);
  EXPECT_EQ(held().policies[0].name, "STANDARD");
  EXPECT_THAT(held().policies, SizeIs(1));
  EXPECT_EQ(first_reply(before, tuesday).due, at("2026-11-23T15:30:00Z"));
  EXPECT_EQ(first_reply(world.submit(tuesday).id, tuesday).due, at("2026-11-24T15:30:00Z"));
}

TEST_F(Applied, EachSubjectHasItsEvent) {
  auto wanted = held();
  wanted.profile.greeting = "Hello.";
  entry(wanted.people, &PersonEntry::email, "mira@brightwater.example").role = people::Role::coordinator;
  wanted.people.push_back(
      {.name = "Neo", .email = "neo@brightwater.example", .hours = wanted.people[0].hours});
  wanted.mail_templates["mail/foot.txt"] = "Yours\n";
  apply(wanted, tuesday);
  const auto content = [&](std::string_view kind, std::int64_t id) {
    const auto rows = store::newest_audit(world.reader(), kind, id, 1);
    return rows.empty() ? "none" : rows[0].type + " " + rows[0].content.value_or("");
  };
  EXPECT_EQ(content("settings", 1), "changed {\"subject\":\"\",\"changes\":[\"desk, greeting: Hello.\"]}");
  EXPECT_EQ(
      content("person", world.mira.value),
      "changed {\"subject\":\"mira@brightwater.example\",\"changes\":[\"role: coordinator, was member\"]}");
  const auto neo = store::find_person_by_email(world.reader(), "neo@brightwater.example");
  ASSERT_TRUE(neo);
  EXPECT_FALSE(neo->password_hash);
  EXPECT_THAT(content("person", neo->id.value), HasSubstr("added {\"subject\":\"neo@brightwater.example\""));
  EXPECT_THAT(content("mail_templates", 1), HasSubstr("mail/foot.txt: Yours"));
  for (const auto& [kind, id] : store::audited_subjects(world.reader()))
    EXPECT_TRUE(store::chain_end(world.reader(), kind, id)) << kind;
}

}  // namespace
}  // namespace punctual::desk
