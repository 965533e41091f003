#include "desk/people/password_link.h"

#include <gtest/gtest.h>

#include "desk/access/sign_in.h"
#include "desk/people/invite.h"
#include "desk/people/password.h"
#include "desk/queries/account_mail.h"
#include "store/access.h"
#include "store/outbox.h"
#include "tests/world/world.h"

namespace punctual::desk {
namespace {

using store::LinkKind;
using world::at;

const Instant noon = at("2026-11-24T17:00:00Z");
constexpr std::string_view hash = "$argon2id$";

struct PasswordLinks : ::testing::Test {
  world::World world;

  template <class Result>
  Result write(std::function<Result(store::Session&)> work) {
    Result result{};
    (void)world.writer->write([&](store::Session& session) {
      result = work(session);
      return store::Keep::commit;
    });
    return result;
  }
  store::PasswordLinkRow link(PersonId person, LinkKind kind, Instant now = noon) {
    return write<store::PasswordLinkRow>(
        [&](auto& session) { return make_link(session, person, kind, now); });
  }
  bool opens(const std::string& token, Instant now) {
    return link_of_token(*world.desk, world.reader(), token, now).has_value();
  }
  bool sets(const store::PasswordLinkRow& link, Instant now) {
    return write<bool>([&](auto& session) {
      return set_password(*world.desk, session, link.id, std::string(hash), "", now).has_value();
    });
  }
  std::vector<store::MailKind> mails() {
    std::vector<store::MailKind> kinds;
    for (const auto& row : store::newest_outbox(world.reader(), 100)) kinds.insert(kinds.begin(), row.kind);
    return kinds;
  }
};

TEST_F(PasswordLinks, AResetWorksTenMinutesAnInvitationSevenDays) {
  for (const auto& [kind, length] : {std::pair{LinkKind::reset, Seconds{std::chrono::minutes{10}}},
                                     {LinkKind::invitation, Seconds{std::chrono::days{7}}}}) {
    const auto made = link(world.milo, kind);
    const auto token = password_token(*world.desk, made);
    EXPECT_TRUE(opens(token, noon));
    EXPECT_TRUE(opens(token, noon + length - Seconds{1}));
    EXPECT_FALSE(opens(token, noon + length));
    EXPECT_FALSE(sets(made, noon + length));
    EXPECT_TRUE(sets(made, noon + length - Seconds{1}));
  }
}

TEST_F(PasswordLinks, OneUseAndTheOthersOfThePersonEndWithIt) {
  const auto first = link(world.milo, LinkKind::reset);
  const auto second = link(world.milo, LinkKind::reset);
  const auto others = link(world.mira, LinkKind::reset);
  EXPECT_TRUE(opens(password_token(*world.desk, first), noon)) << "asking again ends no link";
  EXPECT_TRUE(sets(second, noon));
  EXPECT_FALSE(sets(second, noon));
  EXPECT_FALSE(sets(first, noon));
  EXPECT_TRUE(sets(others, noon));
}

TEST_F(PasswordLinks, AnInvitationEndsTheOneBefore) {
  const auto first = link(world.milo, LinkKind::invitation);
  const auto second = link(world.milo, LinkKind::invitation);
  EXPECT_FALSE(opens(password_token(*world.desk, first), noon));
  EXPECT_TRUE(opens(password_token(*world.desk, second), noon));
}

TEST_F(PasswordLinks, NothingButTheWholeTokenOpens) {
  const auto made = link(world.milo, LinkKind::reset);
  const auto token = password_token(*world.desk, made);
  for (std::size_t i = 0; i < token.size(); ++i) {
    auto other = token;
    other[i] = other[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(opens(other, noon)) << i;
    EXPECT_FALSE(opens(token.substr(0, i), noon)) << i;
  }
  auto moved = made;
  moved.nonce = std::string(16, '\0');
  EXPECT_FALSE(opens(password_token(*world.desk, moved), noon)) << "a row that was put in again";
  const Desk elsewhere({.data = world.folder.path(), .base_url = "x", .mail_from = "y"}, std::string(32, 'x'),
                       world.zones);
  EXPECT_FALSE(opens(password_token(elsewhere, made), noon)) << "another folder's key";
}

TEST_F(PasswordLinks, AChangeEndsAllSessionsAndIsToldWhereThereWasAPassword) {
  const auto token = [&] { return store::read_sessions(world.reader(), world.milo, noon).size(); };
  EXPECT_TRUE(sets(link(world.milo, LinkKind::invitation), noon));
  EXPECT_EQ(token(), 1U);
  EXPECT_TRUE(mails().empty()) << "the first password warns nobody";
  EXPECT_TRUE(sets(link(world.milo, LinkKind::reset), noon));
  EXPECT_EQ(token(), 1U) << "the one that begins with it";
  EXPECT_EQ(mails(), std::vector{store::MailKind::password_changed});
}

TEST_F(PasswordLinks, AChangeEndsTokensWhereThereWasAPassword) {
  const auto token = *write<std::optional<std::string>>(
      [&](auto& session) { return create_token(session, "milo@brightwater.example", "nightly", noon); });
  EXPECT_TRUE(sets(link(world.milo, LinkKind::invitation), noon));
  EXPECT_TRUE(caller_of_token(*world.desk, token, noon)) << "the first password changes nothing";
  EXPECT_TRUE(sets(link(world.milo, LinkKind::reset), noon));
  EXPECT_FALSE(caller_of_token(*world.desk, token, noon));
}

TEST_F(PasswordLinks, WhoIsInvitedHasTheDesksWeekAndNoCopyOfItsDays) {
  write<bool>([&](auto& session) {
    auto hours = read_hours(session);
    hours.hours.weekly_from[*parse_date("2026-11-01")][5] = {{600, 720}};
    hours.hours.weekly_from[*parse_date("2027-01-01")][6] = {{600, 720}};
    hours.hours.exceptions[*parse_date("2026-12-24")] = {{480, 720}};
    hours.calendar = {};
    write_hours(session, std::move(hours), noon);
    return true;
  });
  const auto invited = write<std::expected<Invited, PersonRefused>>([&](auto& session) {
    return invite(*world.desk, session, {"Wren Abara", "wren@brightwater.example", "member"}, Actor::desk(),
                  noon);
  });
  ASSERT_TRUE(invited);
  BusinessHours week{.zone = "America/New_York"};
  week.weekly[5] = {{600, 720}};
  EXPECT_EQ(store::find_person(world.reader(), invited->person)->hours, week);
}

TEST_F(PasswordLinks, OneResetAtATimeAndNobodyUsesUpAnothers) {
  const auto ask = [&](std::string_view email, Instant when) {
    return write<bool>([&](auto& session) {
      ask_for_reset(*world.desk, session, email, when);
      return true;
    });
  };
  const auto newest = [&] { return store::newest_link(world.reader(), world.milo, LinkKind::reset).value(); };
  constexpr Seconds length = std::chrono::minutes{10};
  for (int i = 0; i < 600; ++i) ask("MILO@brightwater.example", noon + Seconds{i});
  EXPECT_EQ(mails().size(), 1U) << "a stranger asks each second; the mail that went out is as good";
  EXPECT_TRUE(newest().works_at(noon + length - Seconds{1}));
  for (int i = 1; i <= 10; ++i) ask("milo@brightwater.example", noon + i * length);
  EXPECT_EQ(mails().size(), 11U) << "what has run out is never held against the next";
  EXPECT_TRUE(sets(newest(), noon + 10 * length));
  ask("milo@brightwater.example", noon + 10 * length + Seconds{1});
  EXPECT_EQ(mails().size(), 12U) << "used up: the next is served at once";
  ask("nobody@brightwater.example", noon);
  EXPECT_EQ(mails().size(), 12U);
}

TEST_F(PasswordLinks, AMailHoldsNoLinkAndItsRowNoSecret) {
  const auto invited = write<std::expected<Invited, PersonRefused>>([&](auto& session) {
    return invite(*world.desk, session, {"Wren Abara", "wren@brightwater.example", "member"},
                  Actor::person(world.max), noon);
  });
  ASSERT_TRUE(invited);
  const auto row = store::newest_outbox(world.reader(), 1).front();
  EXPECT_EQ(row.kind, store::MailKind::invitation);
  EXPECT_FALSE(row.ticket);
  const auto found = store::find_link(world.reader(), row.link.value());
  EXPECT_EQ(password_url(*world.desk, *found), invited->url);
  EXPECT_TRUE(invited->url.starts_with("http://localhost:8080/password/"));
}

TEST_F(PasswordLinks, OnlyItsReceiverReadsALinkOrAManagerAnInvitationsWhereNoServerBringsIt) {
  write<bool>([&](auto& session) {
    ask_for_reset(*world.desk, session, "milo@brightwater.example", noon);
    return invite_again(*world.desk, session, world.mira, Whom::anybody, Actor::desk(), noon).has_value();
  });
  Desk kept_here({.data = world.folder.path(), .base_url = "http://localhost:8080", .mail_kept_here = true},
                 std::string(32, 'k'), world.zones);
  kept_here.reload(world.reader());
  for (const auto& row : store::newest_outbox(world.reader(), 2)) {
    const auto sent = read_account_mail(*world.desk, world.reader(), row, noon);
    ASSERT_TRUE(sent.link);
    EXPECT_EQ(sent.link->until, store::find_link(world.reader(), *row.link)->expires_at);
    EXPECT_FALSE(read_account_mail(*world.desk, world.reader(), row, sent.link->until).link);
    EXPECT_FALSE(link_to_pass_on(*world.desk, world.reader(), row, noon));
    EXPECT_EQ(link_to_pass_on(kept_here, world.reader(), row, noon).has_value(),
              row.kind == store::MailKind::invitation);
  }
}

}  // namespace
}  // namespace punctual::desk
