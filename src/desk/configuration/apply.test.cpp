#include "desk/configuration/apply.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/access/sign_in.h"
#include "desk/commands/change.h"
#include "desk/people/invite.h"
#include "desk/people/password.h"
#include "desk/people/password_link.h"
#include "desk/queries/ticket_view.h"
#include "store/directory_changes.h"
#include "store/journal.h"
#include "store/tickets.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using world::at;
using world::World;

constexpr const char* monday = "2026-11-23T15:00:00Z";
constexpr const char* tuesday = "2026-11-24T15:00:00Z";

struct Applied : ::testing::Test {
  World world;
  Configuration held() { return *read_configuration(world.reader(), at(monday)); }

  void apply(Configuration wanted, const char* when) {
    put_in_order(wanted);
    (void)world.writer->write([&](store::Session& session) {
      const auto plan = plan_configuration(session, wanted, at(when));
      EXPECT_THAT(obstacles(session, plan), IsEmpty());
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

TEST_F(Applied, WhoHasRunningRequestsCannotBeTakenOut) {
  const auto id = world.submit(monday).id;
  ASSERT_TRUE(
      world.change(id, command::Triage{2, world.north, world.milo}, Actor::person(world.cora), monday));
  auto wanted = held();
  std::erase_if(wanted.people, [](const auto& one) { return one.email == "milo@brightwater.example"; });
  std::erase_if(wanted.pods, [](const auto& one) { return one.name == "North"; });
  wanted.clients.clear();
  EXPECT_THAT(
      stands_in_the_way(wanted),
      ElementsAre("people: milo@brightwater.example: is not listed any more but has running requests: " +
                      ref_of(id) + "; hand them over first, or keep the person",
                  HasSubstr("clients: Harbour Bakery: is not listed any more"),
                  HasSubstr("pods: North: is not listed any more but looks after")));
}

TEST_F(Applied, WhoLeavesIsSignedOutAndComesBackAsThemselves) {
  std::string secret;
  (void)world.writer->write([&](store::Session& session) {
    secret = *create_token(session, "milo@brightwater.example", "script", at(monday));
    return store::Keep::commit;
  });
  const auto whole = held();
  auto without = whole;
  std::erase_if(without.people, [](const auto& one) { return one.email == "milo@brightwater.example"; });
  apply(without, tuesday);
  EXPECT_FALSE(caller_of_token(*world.desk, secret, at(tuesday)));
  EXPECT_EQ(world.desk->catalogue()->person(world.milo)->name, "Milo Adeyemi");
  apply(whole, tuesday);
  EXPECT_TRUE(world.desk->catalogue()->person(world.milo)->active);
  EXPECT_FALSE(caller_of_token(*world.desk, secret, at(tuesday))) << "what was ended stays ended";
  EXPECT_THAT(held().people, SizeIs(4));
}

TEST_F(Applied, WhoComesBackComesByANewInvitation) {
  write([&](store::Session& session) { store::set_password(session, world.milo, "x"); });
  const auto link = invitation(world.milo);
  const auto whole = held();
  auto without = whole;
  std::erase_if(without.people, [](const auto& one) { return one.email == "milo@brightwater.example"; });
  apply(without, tuesday);
  apply(whole, tuesday);
  EXPECT_FALSE(store::find_person(world.reader(), world.milo)->password_hash);
  EXPECT_FALSE(store::find_link(world.reader(), link)->works_at(at(tuesday)));
}

TEST_F(Applied, AnInvitationToAnAddressThatWasWrongEndsWithIt) {
  const auto [milo, mira] = std::pair(invitation(world.milo), invitation(world.mira));
  auto wanted = held();
  auto& corrected = entry(wanted.people, &PersonEntry::email, "milo@brightwater.example");
  corrected.email = "m.adeyemi@brightwater.example";
  corrected.was = "milo@brightwater.example";
  entry(wanted.people, &PersonEntry::email, "mira@brightwater.example").email = "Mira@brightwater.example";
  apply(wanted, tuesday);
  EXPECT_FALSE(store::find_link(world.reader(), milo)->works_at(at(tuesday)));
  EXPECT_TRUE(store::find_link(world.reader(), mira)->works_at(at(tuesday))) << "it reaches the same";
}

TEST_F(Applied, ARoleCountsAtOnceItsSessionsEndAndTokensHaveIt) {
  std::string secret;
  std::optional<std::string> token;
  write([&](store::Session& session) {
    secret = start_session(session, world.milo, "", at(monday));
    token = create_token(session, "milo@brightwater.example", "script", at(monday));
  });
  auto wanted = held();
  entry(wanted.people, &PersonEntry::email, "milo@brightwater.example").role = store::Role::coordinator;
  apply(wanted, tuesday);
  EXPECT_FALSE(caller_of_session(*world.desk, secret, at(tuesday)));
  EXPECT_EQ(caller_of_token(*world.desk, *token, at(tuesday))->role, store::Role::coordinator);
}

TEST_F(Applied, TheLastManagerWhoCanSignInStays) {
  auto other = held();
  entry(other.people, &PersonEntry::email, "cora@brightwater.example").role = store::Role::manager;
  auto& max = entry(other.people, &PersonEntry::email, "max@brightwater.example");
  max.role = store::Role::member;
  EXPECT_THAT(stands_in_the_way(other), IsEmpty()) << "nobody can sign in yet";
  write([&](store::Session& session) { store::set_password(session, world.max, "x"); });
  const auto refused = ElementsAre(
      "people: max@brightwater.example: is the last manager who can sign in, and would be none; invite "
      "another "
      "manager first, or leave this one the role");
  EXPECT_THAT(stands_in_the_way(other), refused) << "Cora has no password";
  std::erase_if(other.people, [](const auto& one) { return one.email == "max@brightwater.example"; });
  EXPECT_THAT(stands_in_the_way(other), refused);
  write([&](store::Session& session) { store::set_password(session, world.cora, "x"); });
  EXPECT_THAT(stands_in_the_way(other), IsEmpty());
  apply(other, tuesday);
  EXPECT_THAT(stands_in_the_way(held()), IsEmpty()) << "what stays as it is takes nothing";
}

TEST_F(Applied, AClientTakenOutKeepsItsPastAndItsContactsAreStrangers) {
  const auto id = world.submit(monday).id;
  ASSERT_TRUE(
      world.change(id, command::Triage{2, world.north, world.milo}, Actor::person(world.cora), monday));
  ASSERT_TRUE(world.change(id, command::Resolve{"Done."}, Actor::person(world.cora), monday));
  const auto whole = held();
  auto without = whole;
  without.clients.clear();
  apply(without, tuesday);
  EXPECT_FALSE(store::find_contact_by_email(world.reader(), "nora@harbour-bakery.example"));
  EXPECT_EQ(world.desk->catalogue()->client(world.bakery)->name, "Harbour Bakery");
  EXPECT_EQ(world.submit(tuesday).ticket.request.client, ClientId{});
  apply(whole, tuesday);
  EXPECT_EQ(store::find_contact_by_email(world.reader(), "nora@harbour-bakery.example")->client,
            world.bakery);
}

TEST_F(Applied, AnotherNameIsTheSameOne) {
  auto wanted = held();
  auto& pod = entry(wanted.pods, &PodEntry::name, "North");
  pod.name = "Nordic";
  pod.was = "North";
  for (auto& person : wanted.people)
    for (auto& in : person.pods)
      if (in == "North") in = "Nordic";
  auto& client = wanted.clients.front();
  client.name = "Harbour Bread";
  client.was = "Harbour Bakery";
  client.pod = "Nordic";
  auto& milo = entry(wanted.people, &PersonEntry::email, "milo@brightwater.example");
  milo.email = "m.adeyemi@brightwater.example";
  milo.was = "milo@brightwater.example";
  apply(wanted, tuesday);
  const auto catalogue = world.desk->catalogue();
  EXPECT_EQ(catalogue->pod(world.north)->name, "Nordic");
  EXPECT_EQ(catalogue->client(world.bakery)->name, "Harbour Bread");
  EXPECT_EQ(catalogue->person(world.milo)->email, "m.adeyemi@brightwater.example");
  const auto again = held();
  put_in_order(wanted);
  EXPECT_THAT(differences(&again, wanted), IsEmpty()) << "`was` is no difference once it is so";
}

TEST_F(Applied, ANameThatWasRetiredIsFreeForAnother) {
  const auto id = world.submit(monday).id;
  ASSERT_TRUE(
      world.change(id, command::Triage{2, world.south, world.milo}, Actor::person(world.cora), monday));
  ASSERT_TRUE(world.change(id, command::Resolve{"Done."}, Actor::person(world.cora), monday));
  auto wanted = held();
  wanted.clients.push_back({"Second Bakery", {}, "North", "standard", {}});
  apply(wanted, monday);
  const auto in_north = [&] {
    for (auto& person : wanted.people) person.pods = {"North"};
  };
  in_north();
  std::erase_if(wanted.pods, [](const auto& one) { return one.name == "South"; });
  std::erase_if(wanted.people, [](const auto& one) { return one.email == "milo@brightwater.example"; });
  std::erase_if(wanted.clients, [](const auto& one) { return one.name == "Harbour Bakery"; });
  apply(wanted, monday);

  wanted.pods[0] = {"South", "North"};
  for (auto& person : wanted.people) person.pods = {"South"};
  auto& mira = entry(wanted.people, &PersonEntry::email, "mira@brightwater.example");
  mira.email = "Milo@brightwater.example";
  mira.was = "mira@brightwater.example";
  wanted.clients[0] = {"Harbour bakery", "Second Bakery", "South", "standard", {}};
  apply(wanted, tuesday);
  const auto catalogue = world.desk->catalogue();
  EXPECT_EQ(catalogue->pod(world.north)->name, "South");
  EXPECT_EQ(catalogue->pod(world.south)->name, "South (retired)") << "what happened reads as of the other";
  EXPECT_EQ(catalogue->person(world.mira)->email, "Milo@brightwater.example");
  EXPECT_EQ(catalogue->person(world.milo)->email, "milo@brightwater.example (retired)");
  EXPECT_EQ(catalogue->client(world.bakery)->name, "Harbour Bakery (retired)");
  EXPECT_EQ(
      store::newest_audit(world.reader(), "pod", world.south.value, 1)[0].content,
      "{\"subject\":\"South (retired)\",\"changes\":[\"was South and taken out once; another is called so "
      "now\"]}");
  write([&](store::Session& session) {
    const auto again =
        invite_again(*world.desk, session, world.milo, Whom::anybody, Actor::desk(), at(tuesday));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().why, PersonRefused::Why::not_now) << "the address is Mira's";
  });

  wanted.pods.push_back({"South (retired)", {}});
  apply(wanted, tuesday);
  EXPECT_TRUE(world.desk->catalogue()->pod(world.south)->active) << "listed anew it is the same one";
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
  entry(wanted.people, &PersonEntry::email, "mira@brightwater.example").role = store::Role::coordinator;
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
