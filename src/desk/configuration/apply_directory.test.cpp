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

TEST_F(Applied, WhoHasRunningRequestsOfAPodStaysInItWhateverItIsCalled) {
  const auto id = world.submit(monday).id;
  ASSERT_TRUE(
      world.change(id, command::Triage{2, world.north, world.milo}, Actor::person(world.cora), monday));
  auto wanted = held();
  auto& pod = entry(wanted.pods, &PodEntry::name, "North");
  pod.name = "Upper";
  pod.was = "North";
  auto& milo = entry(wanted.people, &PersonEntry::email, "milo@brightwater.example");
  for (auto* list : {&wanted.people.front(), &milo})
    for (auto& in : list->pods)
      if (in == "North") in = "Upper";
  EXPECT_THAT(stands_in_the_way(wanted), IsEmpty());
  milo.pods.clear();
  EXPECT_THAT(
      stands_in_the_way(wanted),
      ElementsAre("people: milo@brightwater.example: leaves the pod North with running requests of it: " +
                  ref_of(id) + "; hand them over first, or keep the person in the pod"));
}

TEST_F(Applied, APodKeepsOrGetsSomebodyButOneThatWasEmptyMayStaySo) {
  auto wanted = held();
  wanted.pods.push_back({.name = "Heron", .was = {}});
  EXPECT_THAT(stands_in_the_way(wanted),
              ElementsAre("pods: Heron: has nobody in it; name it in the pods of somebody, or leave it out"));
  entry(wanted.people, &PersonEntry::email, "milo@brightwater.example").pods.push_back("Heron");
  EXPECT_THAT(stands_in_the_way(wanted), IsEmpty());
  wanted = held();
  for (auto& person : wanted.people) std::erase(person.pods, "South");
  EXPECT_THAT(
      stands_in_the_way(wanted),
      ElementsAre("pods: South: would have nobody in it any more; leave somebody in it, or leave it out"));
  write([&](store::Session& session) { store::set_members(session, world.south, {}); });
  EXPECT_THAT(stands_in_the_way(held()), IsEmpty());
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
  entry(wanted.people, &PersonEntry::email, "milo@brightwater.example").role = people::Role::coordinator;
  apply(wanted, tuesday);
  EXPECT_FALSE(caller_of_session(*world.desk, secret, at(tuesday)));
  EXPECT_EQ(caller_of_token(*world.desk, *token, at(tuesday))->role, people::Role::coordinator);
}

TEST_F(Applied, TheLastManagerWhoCanSignInStays) {
  auto other = held();
  entry(other.people, &PersonEntry::email, "cora@brightwater.example").role = people::Role::manager;
  auto& max = entry(other.people, &PersonEntry::email, "max@brightwater.example");
  max.role = people::Role::member;
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

TEST_F(Applied, WhoLeadsHowManyAreNeededAndWhatPeopleKnowAreTheFiles) {
  auto wanted = held();
  auto& pod = entry(wanted.pods, &PodEntry::name, "North");
  pod.lead = "milo@brightwater.example";
  pod.needed = 2;
  entry(wanted.people, &PersonEntry::email, "milo@brightwater.example").skills = {"hosting", "Drupal"};
  wanted.clients.front().skills = {"Drupal"};
  const auto before = held();
  put_in_order(wanted);
  std::vector<std::string> details;
  for (const auto& one : differences(&before, wanted))
    for (const auto& detail : one.details) details.push_back(one.section + ": " + detail);
  EXPECT_THAT(details, ElementsAre("pods: needed: 2, was 1", "pods: lead: milo@brightwater.example",
                                   "people: skills: Drupal, hosting", "clients: skills: Drupal"));
  apply(wanted, monday);
  const auto catalogue = world.desk->catalogue();
  EXPECT_EQ(catalogue->pod(world.north)->lead, world.milo);
  EXPECT_EQ(catalogue->pod(world.north)->needed, 2);
  EXPECT_THAT(catalogue->person(world.milo)->skills, ElementsAre("Drupal", "hosting"));
  EXPECT_THAT(catalogue->client(world.bakery)->skills, ElementsAre("Drupal"));
  const auto now = held();
  EXPECT_THAT(differences(&now, wanted), IsEmpty());
}

TEST_F(Applied, WhatThePageDecidedOfAPodStaysWhereTheFileSaysTheSame) {
  write([&](store::Session& session) {
    auto pod = store::read_pods(session).front();
    pod.needed = 2;
    pod.lead = world.milo;
    store::write_pod(session, pod);
    auto milo = store::find_person(session, world.milo).value();
    milo.skills = {"hosting"};
    store::write_person(session, milo);
  });
  auto wanted = held();
  auto& pod = entry(wanted.pods, &PodEntry::name, "North");
  EXPECT_EQ(std::tuple(pod.needed, pod.lead), std::tuple(2, "milo@brightwater.example"));
  pod.name = "Nordic";
  pod.was = "North";
  for (auto& person : wanted.people)
    for (auto& in : person.pods)
      if (in == "North") in = "Nordic";
  wanted.clients.front().pod = "Nordic";
  auto& milo = entry(wanted.people, &PersonEntry::email, "milo@brightwater.example");
  milo.email = "m.adeyemi@brightwater.example";
  milo.was = "milo@brightwater.example";
  pod.lead = milo.email;
  apply(wanted, tuesday);
  const auto* row = world.desk->catalogue()->pod(world.north);
  EXPECT_EQ(std::tuple(row->needed, row->lead), std::tuple(2, std::optional(world.milo)));
  EXPECT_THAT(world.desk->catalogue()->person(world.milo)->skills, ElementsAre("hosting"));
}

TEST_F(Applied, WhoIsInAPodNoMoreLeadsItNoMore) {
  write([&](store::Session& session) {
    auto pod = store::read_pods(session).front();
    pod.lead = world.milo;
    store::write_pod(session, pod);
    store::set_members(session, pod.id, {world.cora});
  });
  auto now = held();
  EXPECT_EQ(entry(now.pods, &PodEntry::name, "North").lead, "");
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
  wanted.people.front().pods = {"South", "South (retired)"};
  apply(wanted, tuesday);
  EXPECT_TRUE(world.desk->catalogue()->pod(world.south)->active) << "listed anew it is the same one";
}

}  // namespace
}  // namespace punctual::desk
