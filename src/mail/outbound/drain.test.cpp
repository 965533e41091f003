#include "mail/outbound/drain.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <mutex>

#include "mail/outbound/backoff.h"
#include "store/migrations/migrations.h"

namespace punctual::mail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using namespace std::chrono;

constexpr Instant start = sys_days{year{2026} / 11 / 24} + hours{19};

/// Answers as it is told, by address; keeps what it was given.
struct FakeTransport : Transport {
  std::map<std::string, Delivery> answers;
  std::vector<Message> got;
  std::mutex mutex;
  std::condition_variable arrived;
  Delivery send(const Message& message) override {
    const std::lock_guard lock(mutex);
    got.push_back(message);
    arrived.notify_all();
    const auto found = answers.find(message.to);
    return found == answers.end() ? Delivery{Delivery::Outcome::sent, "250 ok"} : found->second;
  }
  bool wait_for(std::size_t count) {
    std::unique_lock lock(mutex);
    return arrived.wait_for(lock, seconds{10}, [&] { return got.size() >= count; });
  }
  std::vector<std::string> recipients() {
    std::vector<std::string> all;
    for (const auto& message : got) all.push_back(message.to);
    return all;
  }
};

class DrainTest : public testing::Test {
 protected:
  DrainTest() {
    folder_ = std::filesystem::temp_directory_path() /
              ("drain_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + "_" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    path_ = (folder_ / "desk.sqlite").string();
    session_ = std::make_unique<store::Session>(path_, store::Session::Mode::read_write);
    store::migrate(*session_);
    // The rows here belong to no ticket: only the outbox is looked at.
    session_->execute("PRAGMA foreign_keys=OFF");
    writer_ = std::make_unique<store::Writer>(path_, store::Writer::Limits{});
  }
  ~DrainTest() override {
    writer_.reset();
    session_.reset();
    std::filesystem::remove_all(folder_);
  }

  std::int64_t add(const std::string& address, Instant due = start) {
    store::OutboxRow row{.kind = store::MailKind::reply,
                         .ticket = TicketId{1},
                         .seq = 1,
                         .to_address = address,
                         .message_id = "<" + address + ">",
                         .created_at = start,
                         .next_attempt_at = due};
    return store::insert_outbox(*session_, row);
  }
  store::OutboxRow row(std::int64_t id) { return *store::find_outbox(*session_, id); }

  Drain::Parts parts(Transport* transport) {
    return {.database = path_,
            .writer = *writer_,
            .transport = *transport,
            .of_ticket = [this](store::Session&, const store::OutboxRow& mail) { return facts_for(mail); },
            .of_account = [this](store::Session&, const store::OutboxRow& mail) { return account_for(mail); },
            .of_rota = [](store::Session&, const store::OutboxRow& mail) { return rota_for(mail); },
            .now = [this] { return now_.load(); },
            .log = [this](const std::string& line) { log_ += line + "\n"; }};
  }
  std::optional<desk::MailFacts> facts_for(const store::OutboxRow& mail) const {
    if (mail.to_address == "gone@x.example") return std::nullopt;
    if (mail.to_address == "broken@x.example") throw std::runtime_error("a template is wrong");
    return desk::MailFacts{.kind = mail.kind,
                           .desk_name = "Desk",
                           .from_address = "desk@x.example",
                           .zone = TimeZone::utc(),
                           .ref = "P-1",
                           .to_address = mail.to_address,
                           .message_id = mail.message_id,
                           .private_url = "https://desk.example/r/t",
                           .author = "Mara",
                           .body_markdown = "Hello"};
  }
  static std::optional<desk::RotaMailFacts> rota_for(const store::OutboxRow& mail) {
    if (mail.about != 7) return std::nullopt;
    return desk::RotaMailFacts{.kind = mail.kind,
                               .desk_name = "Desk",
                               .from_address = "desk@x.example",
                               .to_name = {},
                               .to_address = mail.to_address,
                               .message_id = mail.message_id,
                               .person = "Mira",
                               .state = "requested",
                               .by = {},
                               .dates = "Monday 7 December",
                               .note = {},
                               .answer = {},
                               .swap = {},
                               .url = {},
                               .templates = {}};
  }
  desk::AccountMail account_for(const store::OutboxRow& mail) const {
    desk::AccountMail account{.facts = {.kind = mail.kind,
                                        .desk_name = "Desk",
                                        .from_address = "desk@x.example",
                                        .zone = TimeZone::utc(),
                                        .to_name = {},
                                        .to_address = mail.to_address,
                                        .message_id = mail.message_id,
                                        .inviter = {},
                                        .password_page = {},
                                        .templates = {}},
                              .link = {}};
    if (mail.to_address != "used@x.example" && now_.load() < start + minutes{10})
      account.link = {"https://desk.example/password/t", start + minutes{10}};
    return account;
  }

  std::filesystem::path folder_;
  std::string path_;
  std::unique_ptr<store::Session> session_;
  std::unique_ptr<store::Writer> writer_;
  std::atomic<Instant> now_{start};
  std::string log_;
  FakeTransport transport_;
};

TEST_F(DrainTest, sends_what_is_due_oldest_first_and_nothing_else) {
  add("b@x.example", start);
  add("later@x.example", start + seconds{1});
  add("a@x.example", start - seconds{9});
  Drain drain(parts(&transport_));
  EXPECT_EQ(drain.run_due(), start + seconds{1});
  EXPECT_THAT(transport_.recipients(), ElementsAre("a@x.example", "b@x.example"));
  EXPECT_EQ(row(1).state, store::MailState::sent);
  EXPECT_EQ(row(2).state, store::MailState::waiting);
}

TEST_F(DrainTest, what_is_put_off_waits_by_itself_and_the_others_go_on) {
  transport_.answers["busy@x.example"] = {Delivery::Outcome::deferred, "451 later"};
  add("busy@x.example");
  add("broken@x.example");
  add("fine@x.example");
  Drain drain(parts(&transport_));
  drain.run_due();
  EXPECT_EQ(row(1).state, store::MailState::waiting);
  EXPECT_EQ(row(1).next_attempt_at, next_attempt(1, start, start));
  EXPECT_EQ(row(2).next_attempt_at, next_attempt(1, start, start));
  EXPECT_EQ(row(3).state, store::MailState::sent);
  now_ = start + minutes{1};
  transport_.answers.clear();
  drain.run_due();
  EXPECT_EQ(row(1).state, store::MailState::sent);
  EXPECT_EQ(row(1).attempts, 2);
  EXPECT_EQ(row(2).attempts, 2);
  EXPECT_EQ(row(2).next_attempt_at, next_attempt(2, start, now_.load()));
}

TEST_F(DrainTest, a_refusal_is_final) {
  transport_.answers["never@x.example"] = {Delivery::Outcome::refused, "550 no such user"};
  add("never@x.example");
  add("not an address");
  add("gone@x.example");
  Drain drain(parts(&transport_));
  EXPECT_EQ(drain.run_due(), std::nullopt);
  for (int id = 1; id <= 3; ++id) EXPECT_EQ(row(id).state, store::MailState::failed) << id;
  EXPECT_EQ(transport_.got.size(), 1U);
  EXPECT_EQ(log_.find("@x.example"), std::string::npos) << "logs carry no address";
}

TEST_F(DrainTest, a_link_that_is_over_is_not_sent) {
  const auto link = [&](const std::string& address) {
    return store::insert_outbox(*session_, {.kind = store::MailKind::password_reset,
                                            .link = PasswordLinkId{1},
                                            .to_address = address,
                                            .message_id = "<" + address + ">",
                                            .created_at = start,
                                            .next_attempt_at = start});
  };
  Drain drain(parts(&transport_));
  transport_.answers["late@x.example"] = {Delivery::Outcome::deferred, "451 later"};
  const auto late = link("late@x.example");
  const auto used = link("used@x.example");
  drain.run_due();
  EXPECT_EQ(row(used).state, store::MailState::failed) << "its link was used meanwhile";
  EXPECT_EQ(row(late).state, store::MailState::waiting);
  transport_.answers.clear();
  now_ = start + minutes{10};
  drain.run_due();
  EXPECT_EQ(row(late).state, store::MailState::failed);
  EXPECT_THAT(transport_.recipients(), ElementsAre("late@x.example")) << "once, in time";
}

TEST_F(DrainTest, mail_about_the_rota_is_made_of_the_row_it_is_about) {
  const auto about = [&](std::int64_t row, const std::string& address) {
    return store::insert_outbox(*session_, {.kind = store::MailKind::time_off_requested,
                                            .about = row,
                                            .to_address = address,
                                            .message_id = "<" + address + ">",
                                            .created_at = start,
                                            .next_attempt_at = start});
  };
  about(7, "max@x.example");
  const auto gone = about(8, "other@x.example");
  Drain(parts(&transport_)).run_due();
  EXPECT_THAT(transport_.recipients(), ElementsAre("max@x.example"));
  EXPECT_THAT(transport_.got.front().bytes, HasSubstr("Subject: Mira asks for time off: Monday 7 December"));
  EXPECT_EQ(row(gone).state, store::MailState::failed);
}

TEST_F(DrainTest, after_four_days_it_fails) {
  transport_.answers["busy@x.example"] = {Delivery::Outcome::deferred, "451 later"};
  add("busy@x.example");
  Drain drain(parts(&transport_));
  while (const auto next = drain.run_due()) now_ = *next;
  EXPECT_EQ(row(1).state, store::MailState::failed);
  EXPECT_GT(now_.load() - start, days{3});
}

TEST_F(DrainTest, killed_between_the_servers_yes_and_the_mark_it_goes_again_as_the_same_mail) {
  add("ann@x.example");
  // The mark never reaches the file: the writer of this life is another database's.
  const auto elsewhere = (folder_ / "elsewhere.sqlite").string();
  {
    store::Session session(elsewhere, store::Session::Mode::read_write);
    store::migrate(session);
  }
  store::Writer lost(elsewhere, store::Writer::Limits{});
  Drain::Parts first{
      .database = path_,
      .writer = lost,
      .transport = transport_,
      .of_ticket = [this](store::Session&, const store::OutboxRow& mail) { return facts_for(mail); },
      .of_account = [this](store::Session&, const store::OutboxRow& mail) { return account_for(mail); },
      .now = [this] { return now_.load(); },
      .log = {}};
  // What cannot be marked is not sent a second time in the same pass, but is trouble.
  EXPECT_THROW(Drain(std::move(first)).run_due(), std::runtime_error);
  ASSERT_EQ(transport_.got.size(), 1U);
  Drain again(parts(&transport_));
  again.run_due();
  ASSERT_EQ(transport_.got.size(), 2U);
  EXPECT_THAT(transport_.got.front().bytes, HasSubstr("Message-Id: <ann@x.example>"));
  EXPECT_THAT(transport_.got.back().bytes, HasSubstr("Message-Id: <ann@x.example>"));
  EXPECT_EQ(row(1).state, store::MailState::sent);
}

TEST_F(DrainTest, wakes_when_told_and_stops_at_once) {
  Drain drain(parts(&transport_));
  drain.start();
  writer_->write([](store::Session&) { return store::Keep::commit; });
  add("ann@x.example");
  drain.wake();
  EXPECT_TRUE(transport_.wait_for(1));
  const auto before = steady_clock::now();
  drain.stop();
  EXPECT_LT(steady_clock::now() - before, seconds{2});
}

}  // namespace
}  // namespace punctual::mail
