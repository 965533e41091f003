#include "app/admin_socket.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <ctime>
#include <future>
#include <thread>

#include "app/admin_verbs.h"
#include "store/access.h"
#include "tests/world/world.h"

namespace punctual::app {
namespace {

using ::testing::HasSubstr;
using Outcome = Asked::Outcome;

const auto answers_alone = [](const std::string&) { return Heard::answer; };

struct AdminSockets : ::testing::Test {
  world::TemporaryFolder folder;
};

/// A desk that takes one question and is gone, as one that is killed.
class DyingDesk {
 public:
  explicit DyingDesk(const std::filesystem::path& folder) : listening_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = (folder / "admin.sock").string();
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(listening_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(::listen(listening_, 1), 0);
    thread_ = std::jthread([this] {
      const int caller = ::accept(listening_, nullptr, nullptr);
      for (char one = 0; ::read(caller, &one, 1) == 1 && one != '\n';) heard_ += one;
      ::close(caller);
    });
  }
  DyingDesk(const DyingDesk&) = delete;
  DyingDesk& operator=(const DyingDesk&) = delete;
  ~DyingDesk() {
    thread_.join();
    ::close(listening_);
  }

 private:
  int listening_;
  std::string heard_;
  std::jthread thread_;
};

TEST_F(AdminSockets, TellApartWhoIsNotThereWhoAnswersAndWhoDoesNot) {
  EXPECT_EQ(ask_running_desk(folder.path(), "{}", answers_alone).outcome, Outcome::no_desk);
  {
    const AdminSocket desk(folder.path(), [](const auto& line, const auto&) { return line + "!"; }, "busy");
    const auto asked = ask_running_desk(folder.path(), "question", answers_alone);
    EXPECT_EQ(asked.outcome, Outcome::answered);
    EXPECT_EQ(asked.answer, "question!");
  }
  const DyingDesk dying(folder.path());
  EXPECT_EQ(ask_running_desk(folder.path(), "{}", answers_alone).outcome, Outcome::unanswered);
}

TEST_F(AdminSockets, AVerbThatADeskMayHaveCarriedOutIsNotCarriedOutAgain) {
  world::World world;
  world.writer->stop();
  Config config;
  config.data = world.folder.path();
  {
    const DyingDesk dying(world.folder.path());
    const auto made =
        carry_out(config, {.verb = "token create", .as = "max@brightwater.example", .note = "a script"});
    ASSERT_TRUE(made.error);
    EXPECT_THAT(*made.error,
                ::testing::AllOf(HasSubstr("stopped before it answered"), HasSubstr("punctual token list")));
  }
  EXPECT_THAT(store::read_tokens(world.reader(), world::at("2026-11-25T15:00:00Z")), ::testing::IsEmpty());
}

TEST_F(AdminSockets, WhatGoesWrongInADeskIsSaidAndLogged) {
  world::World world;
  const HeldDesk held{{world.folder.path()},
                      world.desk->blobs(),
                      [](store::Work) -> store::Written { throw std::runtime_error("disk I/O error"); },
                      [] { return world::at("2026-11-25T15:00:00Z"); },
                      *world.desk,
                      [] {}};
  ::testing::internal::CaptureStderr();
  const auto answer = admin_answer(R"({"verb":"token list","as":"","note":"","id":0,"place":""})", held,
                                   [](const std::string&) { return true; });
  const auto log = ::testing::internal::GetCapturedStderr();
  EXPECT_THAT(answer, ::testing::AllOf(HasSubstr("disk I/O error"), HasSubstr("its log")));
  EXPECT_THAT(log, HasSubstr("token list: disk I/O error"));
}

TEST_F(AdminSockets, AreToldToEndWhatTakesLong) {
  std::promise<void> begun;
  AdminSocket desk(
      folder.path(),
      [&](const std::string&, const AdminSocket::Say& say) {
        begun.set_value();
        while (say("progress")) std::this_thread::yield();
        return std::string("given up");
      },
      "busy");
  auto asked = std::async(std::launch::async, [&] {
    return ask_running_desk(folder.path(), "backup", [](const std::string& line) {
      return line == "progress" ? Heard::progress : Heard::answer;
    });
  });
  begun.get_future().wait();
  desk.give_up();
  EXPECT_EQ(asked.get().answer, "given up");
}

TEST_F(AdminSockets, TakeALongLineInTimeThatGrowsWithIt) {
  const AdminSocket desk(folder.path(), [](const auto& line, const auto&) { return line; }, "busy");
  const std::string line(30'000'000, 'x');
  const auto began = std::clock();
  const auto asked = ask_running_desk(folder.path(), line, answers_alone);
  const auto seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
  EXPECT_EQ(asked.answer, line);
  EXPECT_LT(seconds, 2.5) << "of this process's own; searched anew with each part it takes some six";
}

TEST_F(AdminSockets, ManyAtOnceAreToldThatItIsBusy) {
  std::promise<void> go_on;
  const auto wait = go_on.get_future().share();
  std::atomic<int> inside = 0;
  const AdminSocket desk(
      folder.path(),
      [&](const std::string&, const AdminSocket::Say&) {
        ++inside;
        wait.wait();
        return std::string("done");
      },
      "busy");
  std::vector<std::future<Asked>> asked;
  for (int i = 0; i < 8; ++i)
    asked.push_back(std::async(std::launch::async,
                               [&] { return ask_running_desk(folder.path(), "wait", answers_alone); }));
  while (inside < 8) std::this_thread::yield();
  const auto turned_away = ask_running_desk(folder.path(), "one more", answers_alone);
  go_on.set_value();
  EXPECT_EQ(turned_away.outcome, Outcome::answered);
  EXPECT_EQ(turned_away.answer, "busy");
  for (auto& one : asked) EXPECT_EQ(one.get().answer, "done");
}

}  // namespace
}  // namespace punctual::app
