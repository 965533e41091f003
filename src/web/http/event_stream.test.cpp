#include <fmt/format.h>

#include <atomic>
#include <thread>

#include "web/http/loopback.test.h"

namespace punctual::web {
namespace {

using namespace std::chrono_literals;

constexpr int page = 50;
constexpr std::string_view ask_events = "GET /events HTTP/1.1\r\nHost: d\r\n\r\n";

/// A stream of counted events: each reads on from its cursor, a page at a time.
class Events : public Loopback {
 protected:
  ~Events() override { server_.reset(); }  // before what its streams read

  Route events() {
    return {Method::get, "/events", Body::none, [this](const Request& request) {
              return EventStream{.cursor = request.query_parameter("cursor").value_or("0"),
                                 .read = [this](std::string& cursor) {
                                   ++reads_;
                                   return read(cursor);
                                 }};
            }};
  }
  std::optional<std::string> read(std::string& cursor) {
    if (end_) return std::nullopt;
    std::string out;
    const int next = std::stoi(cursor) + 1;
    for (int n = next; n <= newest_ && n < next + page; ++n) {
      out += fmt::format("id: {}\ndata: {}\n\n", n, padding_);
      cursor = std::to_string(n);
    }
    return out;
  }
  void commit(int events = 1) {
    newest_ += events;
    server_->wake_streams();
  }

  std::atomic<int> newest_ = 0;
  std::atomic<int> reads_ = 0;
  std::atomic<int> reads_for_stuck_ = 0;
  std::atomic<bool> end_ = false;
  std::string padding_ = "x";
};

TEST_F(Events, StartWithWhatIsNewAndGoOnAfterEveryCommit) {
  newest_ = 2;
  serve({events()});
  Client c = client();
  c.send("GET /events?cursor=1 HTTP/1.1\r\nHost: d\r\n\r\n");
  const Received head = c.reply(Client::Bodiless::yes);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Type"), "text/event-stream");
  EXPECT_EQ(head.header("Cache-Control"), "no-store");
  EXPECT_EQ(c.read_until("id: 2\ndata: x\n\n"), "3\r\n:\n\n\r\nf\r\nid: 2\ndata: x\n\n")
      << "open at once, then what is new";
  for (int n = 3; n < 100; ++n) {
    commit();
    c.read_until(fmt::format("id: {}\n", n));
  }
}

TEST_F(Events, EndWhenThereIsNothingMoreToSay) {
  serve({events()});
  Client c = client();
  c.send(ask_events);
  commit();
  c.read_until("id: 1\n");
  end_ = true;
  commit();
  EXPECT_TRUE(c.rest().ends_with("0\r\n\r\n"));
}

TEST_F(Events, ReachEveryoneOnEveryThreadAndCommitsCoalesce) {
  options_.threads = 3;
  serve({events()});
  std::vector<Client> clients;
  for (int i = 0; i < 30; ++i) clients.push_back(client());
  for (Client& c : clients) {
    c.send(ask_events);
    c.reply(Client::Bodiless::yes);
  }
  for (int i = 0; i < 2000; ++i) commit();
  for (Client& c : clients) c.read_until("id: 2000\n");
  EXPECT_LT(reads_, 30 * 2000);
}

TEST_F(Events, SayThatTheyLive) {
  options_.heartbeat = 20ms;
  serve({events()});
  Client c = client();
  c.send(ask_events);
  c.reply(Client::Bodiless::yes);
  EXPECT_EQ(c.read_until(":\n\n\r\n"), "3\r\n:\n\n\r\n");
  c.read_until(":\n\n\r\n");
  commit();
  c.read_until("id: 1\n");
}

TEST_F(Events, AReaderThatDoesNotReadIsNotReadFor) {
  padding_ = std::string(200'000, 'y');
  options_.threads = 1;
  serve({events(), {Method::get, "/stuck", Body::none, [&](const Request&) {
                      return EventStream{.cursor = "0", .read = [this](std::string& cursor) {
                                           ++reads_for_stuck_;
                                           return read(cursor);
                                         }};
                    }}});
  Client stuck = client();
  stuck.send("GET /stuck HTTP/1.1\r\nHost: d\r\n\r\n");
  stuck.read_until("\r\n\r\n");
  Client other = client();
  other.send(ask_events);
  for (int n = 1; n <= 300; ++n) {
    commit();
    other.read_until(fmt::format("id: {}\n", n));
  }
  // The socket's buffers take a few megabytes of the sixty; for the rest nothing was read.
  EXPECT_LT(reads_for_stuck_, 200);
  EXPECT_EQ(client().ask(get_hello).status, 200);
  stuck.read_until("id: 300\n");
}

TEST_F(Events, EndWithTheirReader) {
  options_.connections = 1;
  serve({events()});
  {
    Client c = client();
    c.send(ask_events);
    c.read_until("\r\n\r\n");
  }
  Received reply;
  while (reply.status != 200) reply = client().ask(get_hello);
  EXPECT_EQ(reply.body, "hello");
}

TEST_F(Events, AReadThatThrowsEndsItsStream) {
  serve({{Method::get, "/events", Body::none, [](const Request&) {
            return EventStream{.cursor = "", .read = [](std::string&) -> std::optional<std::string> {
                                 throw std::runtime_error("no rows");
                               }};
          }}});
  Client c = client();
  c.send(ask_events);
  EXPECT_TRUE(c.rest().ends_with("\r\n\r\n3\r\n:\n\n\r\n0\r\n\r\n"));
  EXPECT_EQ(logged().size(), 1U);
}

TEST_F(Events, GoToAnOldClientWithoutChunks) {
  serve({events()});
  Client c = client();
  c.send("GET /events HTTP/1.0\r\n\r\n");
  c.read_until("\r\n\r\n");
  commit();
  EXPECT_EQ(c.read_until("data: x\n\n"), ":\n\nid: 1\ndata: x\n\n");
}

TEST_F(Events, EndWhenTheServerStops) {
  serve({events()});
  Client c = client();
  c.send(ask_events);
  c.read_until("\r\n\r\n");
  std::thread stopping([&] { server_->stop(30s); });
  EXPECT_TRUE(c.rest().ends_with("0\r\n\r\n"));
  stopping.join();
}

}  // namespace
}  // namespace punctual::web
