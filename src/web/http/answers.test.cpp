#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <thread>

#include "web/http/loopback.test.h"

/// Answers that take time: the writer's, the pool's, forms with files, and stopping while they are under way.
namespace punctual::web {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view ask_write = "POST /w HTTP/1.1\r\nHost: d\r\n\r\n";
constexpr std::string_view ask_slow = "GET /slow HTTP/1.1\r\nHost: d\r\n\r\n";

Route writing(std::string pattern, store::Work work) {
  return {Method::post, std::move(pattern), Body::json, [work = std::move(work)](const Request&) {
            return Write{work, [](store::Written written) {
                           return Reply{.body = written == store::Written::committed ? "on disk" : "refused"};
                         }};
          }};
}

TEST_F(Loopback, AWriteIsAnsweredWhenItIsOnDisk) {
  writer_->write([](store::Session& session) {
    session.execute("CREATE TABLE t (n INTEGER) STRICT");
    return store::Keep::commit;
  });
  serve({writing("/w",
                 [](store::Session& session) {
                   session.prepare("INSERT INTO t VALUES (1)").run();
                   return store::Keep::commit;
                 }),
         writing("/no", [](store::Session&) { return store::Keep::discard; }),
         writing("/broken", [](store::Session&) -> store::Keep { throw std::runtime_error("no"); })});
  std::vector<Client> clients;
  for (int i = 0; i < 50; ++i) clients.push_back(client());
  for (Client& c : clients) c.send(ask_write);
  for (Client& c : clients) EXPECT_EQ(c.reply().body, "on disk");
  EXPECT_EQ(client().ask("POST /no HTTP/1.1\r\nHost: d\r\n\r\n").body, "refused");
  EXPECT_EQ(client().ask("POST /broken HTTP/1.1\r\nHost: d\r\n\r\n").status, 500);
  EXPECT_EQ(logged().size(), 1U);
  store::Session session((folder_ / "desk.sqlite").string(), store::Session::Mode::read_only);
  auto rows = session.prepare("SELECT count(*) FROM t");
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.integer(0), 50);
}

TEST_F(Loopback, OthersAreServedWhileTheWriterIsBusyAndAFullQueueIsRefused) {
  options_.threads = 1;
  writer_ = std::make_unique<store::Writer>((folder_ / "small.sqlite").string(),
                                            store::Writer::Limits{.queue = 1, .batch = 1});
  Signal working;
  Signal go_on;
  serve({writing("/w", [&](store::Session&) {
    working.raise();
    return go_on.wait_for() ? store::Keep::commit : store::Keep::discard;
  })});
  Client first = client();
  first.send(ask_write);
  ASSERT_TRUE(working.wait_for());
  Client second = client();
  second.send(ask_write);
  EXPECT_EQ(client().ask(get_hello).status, 200);
  while (writer_->queue_depth() == 0) std::this_thread::yield();
  const Received refusal = client().ask(ask_write);
  EXPECT_EQ(refusal.status, 503);
  EXPECT_EQ(refusal.header("Retry-After"), "1");
  go_on.raise();
  EXPECT_EQ(first.reply().body, "on disk");
  EXPECT_EQ(second.reply().body, "on disk");
}

TEST_F(Loopback, SlowWorkRunsApartAndMayEndInAWrite) {
  options_.threads = 1;
  options_.slow_threads = 1;
  options_.slow_queue = 1;
  Signal working;
  Signal go_on;
  const auto slow = [&](const Request&) {
    return Slow{[&]() -> Answer {
      working.raise();
      go_on.wait_for();
      return Write{[](store::Session&) { return store::Keep::commit; },
                   [](store::Written) { return Reply{.body = "slow"}; }};
    }};
  };
  serve({{Method::get, "/slow", Body::none, slow},
         {Method::get, "/throws", Body::none,
          [](const Request&) { return Slow{[]() -> Answer { throw std::runtime_error("slowly"); }}; }}});
  Client first = client();
  first.send(ask_slow);
  ASSERT_TRUE(working.wait_for());
  EXPECT_EQ(client().ask(get_hello).status, 200);
  // One runs, one waits, the third is refused; which of the two is that one, nobody promises.
  Client second = client();
  Client third = client();
  second.send(ask_slow);
  third.send(ask_slow);
  EXPECT_EQ(client().ask(get_hello).status, 200);
  go_on.raise();
  EXPECT_EQ(first.reply().body, "slow");
  EXPECT_EQ(second.reply().status + third.reply().status, 200 + 503);
  EXPECT_EQ(client().ask("GET /throws HTTP/1.1\r\nHost: d\r\n\r\n").status, 500);
}

TEST_F(Loopback, WhatMayTakeSecondsKeepsNobodyElseWaiting) {
  options_.slow_threads = 1;
  Signal working;
  Signal go_on;
  serve({{Method::get, "/slow", Body::none,
          [&](const Request&) {
            return Slow{[&]() -> Answer {
                          working.raise();
                          go_on.wait_for();
                          return Reply{.body = "seconds"};
                        },
                        Slow::Lane::seconds};
          }},
         {Method::get, "/usual", Body::none,
          [](const Request&) { return Slow{[] { return Reply{.body = "usual"}; }}; }}});
  Client first = client();
  first.send(ask_slow);
  ASSERT_TRUE(working.wait_for());
  EXPECT_EQ(client().ask("GET /usual HTTP/1.1\r\nHost: d\r\n\r\n").body, "usual");
  go_on.raise();
  EXPECT_EQ(first.reply().body, "seconds");
}

TEST_F(Loopback, AFormsFilesLiveUntilTheAnswerUnlessTheyAreMoved) {
  const auto kept = folder_ / "kept";
  serve({{Method::post, "/f", Body::form, [&](const Request& r) {
            if (r.form->value("keep") == "yes") std::filesystem::rename(r.form->files.at(0).path, kept);
            return Reply{.body = fmt::format("{} {} {}", r.form->value("site"), r.form->files.size(),
                                             r.form->files.empty() ? 0 : r.form->files[0].size)};
          }}});
  const auto form = [](std::string_view keep) {
    return post(
        "/f", "multipart/form-data; boundary=XX",
        fmt::format("--XX\r\nContent-Disposition: form-data; name=\"site\"\r\n\r\nhere\r\n"
                    "--XX\r\nContent-Disposition: form-data; name=\"keep\"\r\n\r\n{}\r\n"
                    "--XX\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n{}\r\n--XX--",
                    keep, std::string(200'000, 'z')));
  };
  Client c = client();
  EXPECT_EQ(c.ask(form("no")).body, "here 1 200000");
  EXPECT_EQ(c.ask(form("yes")).body, "here 1 200000");
  EXPECT_EQ(c.ask(post("/f", "application/x-www-form-urlencoded", "site=a+b")).body, "a b 0 0");
  EXPECT_EQ(c.ask("POST /f HTTP/1.1\r\nHost: d\r\n\r\n").body, " 0 0");
  EXPECT_EQ(uploads_left(), 0U);
  EXPECT_EQ(std::filesystem::file_size(kept), 200'000U);
  EXPECT_EQ(client().ask(post("/f", "application/x-www-form-urlencoded", "a=%ff")).status, 400);
  EXPECT_EQ(client().ask(post("/f", "text/plain", "a=b")).status, 415);
  EXPECT_EQ(client().ask(post("/f", "multipart/form-data", "a=b")).status, 400);
  EXPECT_EQ(client().ask(post("/f", "multipart/form-data; boundary=XX", "--XX")).status, 400);
}

TEST_F(Loopback, AnUploadCutShortLeavesNothing) {
  std::filesystem::create_directories(options_.upload_folder);
  std::ofstream(options_.upload_folder / "upload-of-a-process-that-was-killed") << "x";
  serve({{Method::post, "/f", Body::form, [](const Request&) { return Reply{}; }}});
  EXPECT_EQ(uploads_left(), 0U);
  {
    Client c = client();
    c.send(
        "POST /f HTTP/1.1\r\nHost: d\r\nContent-Type: multipart/form-data; boundary=X\r\nContent-Length: "
        "9999\r\n\r\n"
        "--X\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nbytes");
    c.end();
    EXPECT_EQ(c.rest(), "");
  }
  EXPECT_EQ(uploads_left(), 0U);
}

TEST_F(Loopback, ADiskThatCannotBeWrittenIsAnAnswerToo) {
  serve({{Method::post, "/f", Body::form, [](const Request&) { return Reply{}; }}});
  std::filesystem::remove_all(options_.upload_folder);
  const std::string form =
      post("/f", "multipart/form-data; boundary=X",
           "--X\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\nbytes\r\n--X--");
  EXPECT_EQ(client().ask(form).status, 500);
  EXPECT_EQ(logged().size(), 1U);
}

TEST_F(Loopback, StoppingFinishesWhatWasAccepted) {
  options_.threads = 1;  // when the one that rests has been let go, the other knows too
  Signal working;
  Signal go_on;
  serve({writing("/w", [&](store::Session&) {
    working.raise();
    go_on.wait_for();
    return store::Keep::commit;
  })});
  Client idle = client();
  EXPECT_EQ(idle.ask(get_hello).status, 200);
  Client busy = client();
  busy.send(ask_write);
  ASSERT_TRUE(working.wait_for());
  std::thread stopping([&] { server_->stop(30s); });
  EXPECT_EQ(idle.rest(), "") << "who rests is let go";
  go_on.raise();
  const Received reply = busy.reply();
  EXPECT_EQ(reply.body, "on disk");
  EXPECT_EQ(reply.header("Connection"), "close");
  stopping.join();
}

TEST_F(Loopback, StoppingWaitsNoLongerThanItsGrace) {
  Signal working;
  Signal go_on;
  serve({writing("/w",
                 [&](store::Session&) {
                   working.raise();
                   go_on.wait_for();
                   return store::Keep::commit;
                 }),
         {Method::get, "/slow", Body::none, [&](const Request&) {
            return Slow{[&]() -> Answer {
              working.raise();
              go_on.wait_for();
              return Reply{};
            }};
          }}});
  Client busy = client();
  busy.send(ask_write);
  Client slow = client();
  slow.send(ask_slow);
  Client half = client();
  half.send("GET /hello HT");
  ASSERT_TRUE(working.wait_for(2));
  std::thread stopping([&] { server_->stop(0s); });
  EXPECT_EQ(busy.rest(), "");
  EXPECT_EQ(half.rest(), "");
  go_on.raise();  // the work itself is never broken off
  stopping.join();
  server_.reset();
  writer_.reset();
}

}  // namespace
}  // namespace punctual::web
