#include "desk/rota/rota_mails.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "desk/queries/rota_mail.h"
#include "store/directory_changes.h"
#include "store/outbox.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using people::RotaChange;
using store::MailKind;
using testing::Pair;
using testing::UnorderedElementsAre;
using world::at;
using State = store::TimeOffRow::State;

const Instant noon = at("2026-11-24T17:00:00Z");

struct RotaMails : testing::Test {
  world::World world;
  PersonId greta;  // a second manager
  store::TimeOffRow off;

  RotaMails() {
    in_writer([&](store::Session& session) {
      auto max = store::find_person(session, world.max).value();
      max.name = "Greta Sol";
      max.email = "greta@brightwater.example";
      greta = store::insert_person(session, max);
      off = {.person = world.mira,
             .change = {RotaChange::Kind::time_off, *parse_date("2026-12-04"), *parse_date("2026-12-04"), {}},
             .note = "My sister comes",
             .asked_by = world.mira,
             .asked_at = noon};
      off.id = store::insert_time_off(session, off);
    });
  }

  template <class Work>
  void in_writer(Work work) {
    (void)world.writer->write([&](store::Session& session) {
      work(session);
      return store::Keep::commit;
    });
    world.desk->reload(world.reader());
  }

  void decide(State state, PersonId by, std::string answer = {}) {
    in_writer([&](store::Session& session) {
      off.state = state;
      off.decided_by = by;
      off.decided_at = noon;
      off.answer = std::move(answer);
      if (state == State::withdrawn) {
        off.withdrawn_by = by;
        off.withdrawn_at = noon;
      }
      store::write_time_off(session, off);
      mail_time_off(*world.desk, session, off, by, noon);
    });
  }

  SwapId agree(PersonId person, std::optional<store::SwapRow::Part> gives_up,
               std::optional<TimeOffId> time_off, PersonId by) {
    SwapId id;
    in_writer([&](store::Session& session) {
      id = store::insert_swap(session, {.person = person,
                                        .on = {*parse_date("2026-12-04"), WallInterval{8 * 60, 17 * 60}},
                                        .off = gives_up,
                                        .note = {},
                                        .time_off = time_off,
                                        .made_by = by,
                                        .made_at = noon});
      mail_swap(*world.desk, session, id, by, noon);
    });
    return id;
  }

  std::vector<std::pair<MailKind, std::string>> mails() {
    std::vector<std::pair<MailKind, std::string>> told;
    for (const auto& mail : store::newest_outbox(world.reader(), 100))
      told.emplace_back(mail.kind, mail.to_address.substr(0, mail.to_address.find('@')));
    return told;
  }
  RotaMailFacts newest() {
    const auto row = store::newest_outbox(world.reader(), 1).at(0);
    return read_rota_mail_facts(*world.desk, world.reader(), row).value();
  }
};

TEST_F(RotaMails, managers_hear_what_is_asked_for) {
  in_writer([&](store::Session& session) { mail_time_off(*world.desk, session, off, world.mira, noon); });
  EXPECT_THAT(mails(), UnorderedElementsAre(Pair(MailKind::time_off_requested, "max"),
                                            Pair(MailKind::time_off_requested, "greta")));
  const auto facts = newest();
  EXPECT_EQ(facts.person, "Mira Castellanos");
  EXPECT_EQ(facts.state, "requested");
  EXPECT_EQ(facts.dates, "Friday 4 December");
  EXPECT_EQ(facts.note, "My sister comes");
  EXPECT_EQ(facts.url, "http://localhost:8080/staff/time-off");
}

TEST_F(RotaMails, who_is_gone_and_who_did_it_hear_nothing) {
  in_writer([&](store::Session& session) {
    auto row = store::find_person(session, greta).value();
    row.active = false;
    store::write_person(session, row);
    off.person = world.max;
    mail_time_off(*world.desk, session, off, world.max, noon);
  });
  EXPECT_THAT(mails(), testing::IsEmpty());
}

TEST_F(RotaMails, the_decision_goes_to_whose_it_is_with_the_word_and_the_swap) {
  agree(world.milo, std::nullopt, off.id, world.max);
  decide(State::granted, world.max, "Enjoy it.");
  EXPECT_THAT(mails(),
              UnorderedElementsAre(Pair(MailKind::swap, "milo"), Pair(MailKind::time_off_decided, "mira")));
  const auto facts = newest();
  EXPECT_EQ(facts.state, "granted");
  EXPECT_EQ(facts.by, "Max Thorne");
  EXPECT_EQ(facts.answer, "Enjoy it.");
  ASSERT_TRUE(facts.swap);
  EXPECT_EQ(facts.swap->person, "Milo Adeyemi");
  EXPECT_EQ(facts.swap->takes_on, "Friday 4 December, 08:00–17:00");
  EXPECT_EQ(facts.swap->gives_up, "");
}

TEST_F(RotaMails, ones_own_swap_for_ones_own_time_off_is_told_once) {
  agree(world.mira, store::SwapRow::Part{*parse_date("2026-12-08"), WallInterval{8 * 60, 12 * 60}}, off.id,
        world.max);
  EXPECT_THAT(mails(), testing::IsEmpty());
  decide(State::granted, world.max);
  const auto facts = newest();
  EXPECT_EQ(facts.swap->person, "");
  EXPECT_EQ(facts.swap->gives_up, "Tuesday 8 December, 08:00–12:00");
}

TEST_F(RotaMails, what_a_manager_withdraws_is_told_to_the_others_and_to_whose_it_is) {
  decide(State::withdrawn, world.max);
  EXPECT_THAT(mails(), UnorderedElementsAre(Pair(MailKind::time_off_withdrawn, "greta"),
                                            Pair(MailKind::time_off_decided, "mira")));
  EXPECT_EQ(newest().by, "Max Thorne");
}

TEST_F(RotaMails, a_withdrawn_swap_is_told_to_whose_it_is) {
  const auto id = agree(world.milo, std::nullopt, std::nullopt, world.milo);
  EXPECT_THAT(mails(), testing::IsEmpty()) << "who does it knows";
  in_writer([&](store::Session& session) {
    store::withdraw_swap(session, id, world.max, noon);
    mail_swap(*world.desk, session, id, world.max, noon);
  });
  EXPECT_THAT(mails(), UnorderedElementsAre(Pair(MailKind::swap, "milo")));
  EXPECT_EQ(newest().state, "withdrawn");
  EXPECT_EQ(newest().by, "Max Thorne");
}

TEST_F(RotaMails, dates_are_the_persons_own_and_name_a_zone_that_is_not_the_desks) {
  in_writer([&](store::Session& session) {
    auto row = store::find_person(session, world.mira).value();
    row.hours.zone = "Europe/London";
    store::write_person(session, row);
    off.change.last = *parse_date("2027-01-04");
    off.change.hours = WallInterval{13 * 60, 17 * 60};
    off.id = store::insert_time_off(session, off);
    mail_time_off(*world.desk, session, off, world.mira, noon);
  });
  EXPECT_EQ(newest().dates, "Friday 4 December to Monday 4 January 2027, 13:00–17:00 London time, each day");
}

TEST_F(RotaMails, of_a_row_that_is_gone_there_is_nothing_to_say) {
  store::OutboxRow row{
      .kind = MailKind::swap, .about = 99, .to_name = {}, .to_address = {}, .message_id = {}};
  EXPECT_FALSE(read_rota_mail_facts(*world.desk, world.reader(), row));
  row.kind = MailKind::time_off_decided;
  EXPECT_FALSE(read_rota_mail_facts(*world.desk, world.reader(), row));
}

}  // namespace
}  // namespace punctual::desk
