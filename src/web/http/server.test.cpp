#include "web/http/server.h"

#include <fmt/format.h>

#include "web/http/loopback.test.h"

namespace punctual::web {
namespace {

using testing::Test;

TEST_F(Loopback, AnswersWithTheHeadersEveryReplyCarries) {
  serve({});
  const Received reply = client().ask(get_hello);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "hello");
  EXPECT_EQ(reply.header("Content-Type"), "text/plain");
  EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(reply.header("Referrer-Policy"), "same-origin");
  EXPECT_EQ(reply.header("Cache-Control"), "no-store");
  EXPECT_EQ(reply.header("Date"), "Tue, 10 Mar 2026 08:00:00 GMT");
}

TEST_F(Loopback, AReplyMaySayHowItIsCached) {
  serve({{Method::get, "/a", Body::none, [](const Request&) {
            return Reply{.text = "static", .headers = {{"cache-control", "max-age=60"}}};
          }}});
  const Received reply = client().ask("GET /a HTTP/1.1\r\nHost: d\r\n\r\n");
  EXPECT_EQ(reply.body, "static");
  EXPECT_EQ(reply.header("cache-control"), "max-age=60");
  EXPECT_EQ(reply.header("Cache-Control"), "");
}

TEST_F(Loopback, KeepsAConnectionAndAnswersPipelinedRequestsInOrder) {
  serve({{Method::get, "/n/{n}", Body::none,
          [](const Request& request) { return Reply{.body = std::string(request.parameter("n"))}; }},
         {Method::get, "/slow", Body::none,
          [](const Request&) { return Slow{[] { return Reply{.body = "slow"}; }}; }}});
  std::string all = "GET /slow HTTP/1.1\r\nHost: d\r\n\r\n";
  for (int i = 0; i < 500; ++i) all += fmt::format("GET /n/{} HTTP/1.1\r\nHost: d\r\n\r\n", i);
  Client c = client();
  c.send(all);
  EXPECT_EQ(c.reply().body, "slow");
  for (int i = 0; i < 500; ++i) ASSERT_EQ(c.reply().body, std::to_string(i));
}

TEST_F(Loopback, AnswersHeadWithoutItsBody) {
  serve({});
  Client c = client();
  c.send("HEAD /hello HTTP/1.1\r\nHost: d\r\n\r\n");
  const Received head = c.reply(Client::Bodiless::yes);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(c.ask(get_hello).body, "hello");
}

TEST_F(Loopback, RefusesUnknownPathsAndMethodsAndStaysConnected) {
  serve({{Method::put, "/hello", Body::json, [](const Request&) { return Reply{}; }}});
  Client c = client();
  EXPECT_EQ(c.ask("GET /nothing HTTP/1.1\r\nHost: d\r\n\r\n").status, 404);
  for (const char* method : {"POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"}) {
    const Received reply = c.ask(fmt::format("{} /hello HTTP/1.1\r\nHost: d\r\n\r\n", method));
    EXPECT_EQ(reply.status, 405) << method;
    EXPECT_EQ(reply.header("Allow"), "GET, HEAD, PUT");
  }
  EXPECT_EQ(c.ask(get_hello).status, 200);
}

TEST_F(Loopback, ClosesWhenAskedTo) {
  serve({});
  Client c = client();
  c.send("GET /hello HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(c.reply().header("Connection"), "close");
  EXPECT_EQ(c.rest(), "");
  Client old = client();
  old.send("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_EQ(old.reply().body, "hello");
  EXPECT_EQ(old.rest(), "");
  Client kept = client();
  EXPECT_EQ(kept.ask("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").header("Connection"),
            "keep-alive");
  EXPECT_EQ(kept.ask(get_hello).status, 200);
}

TEST_F(Loopback, HandsOnWhatTheRequestSays) {
  serve({{Method::post, "/t/{ref}", Body::json, [](const Request& r) {
            return Reply{.body =
                             fmt::format("{}|{}|{}|{}|{}|{}|{}", r.path, r.parameter("ref"),
                                         r.query_parameter("q").value_or("-"), r.cookie("s").value_or("-"),
                                         r.header("x-more"), r.body, r.peer)};
          }}});
  const Received reply = client().ask(
      "POST /t/a%2Fb?q=1+2%263 HTTP/1.1\r\nHost: d\r\nX-More:  yes \r\nCookie: a=b; s=\"secret\"\r\n"
      "Content-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}");
  EXPECT_EQ(reply.body, "/t/a/b|a/b|1 2&3|secret|yes|{}|127.0.0.1");
}

TEST_F(Loopback, AcceptsAJsonBodyOnlyAsJsonAndOnlySoLarge) {
  options_.json_bytes = 10;
  serve({{Method::post, "/j", Body::json, [](const Request& r) { return Reply{.body = r.body}; }}});
  EXPECT_EQ(client().ask(post("/j", "application/json", "{\"a\":1}")).body, "{\"a\":1}");
  EXPECT_EQ(client().ask(post("/j", "text/plain", "{}")).status, 415);
  EXPECT_EQ(client().ask(post("/j", "application/jsonx", "{}")).status, 415);
  EXPECT_EQ(client().ask(post("/j", "application/json", "01234567890")).status, 413);
  EXPECT_EQ(client().ask(post("/hello", "application/json", "{}")).status, 405);
  EXPECT_EQ(client().ask("POST /j HTTP/1.1\r\nHost: d\r\nContent-Length: 0\r\n\r\n").status, 200);
  const Received chunked = client().ask(
      "POST /j HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
      "6\r\n012345\r\n5\r\n67890\r\n0\r\n\r\n");
  EXPECT_EQ(chunked.status, 413);
}

TEST_F(Loopback, SaysContinueBeforeABodyItWantsAndRefusesOneItDoesNot) {
  options_.json_bytes = 100;
  serve({{Method::post, "/j", Body::json, [](const Request& r) { return Reply{.body = r.body}; }}});
  const std::string_view head =
      "POST /j HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nExpect: "
      "100-continue\r\nContent-Length: ";
  Client wanted = client();
  wanted.send(fmt::format("{}4\r\n\r\n", head));
  EXPECT_EQ(wanted.reply().status, 100);
  EXPECT_EQ(wanted.ask("null").body, "null");
  Client unwanted = client();
  unwanted.send(fmt::format("{}101\r\n\r\n", head));
  EXPECT_EQ(unwanted.reply().status, 413);
  EXPECT_EQ(client().ask("GET /hello HTTP/1.1\r\nHost: d\r\nExpect: miracles\r\n\r\n").status, 400);
}

TEST_F(Loopback, LetsAClientReadTheRefusalOfABodyItIsStillSending) {
  options_.json_bytes = 1000;
  serve({{Method::post, "/j", Body::json, [](const Request&) { return Reply{}; }}});
  Client c = client();
  c.send(post("/j", "application/json", std::string(4'000'000, 'x')));
  EXPECT_EQ(c.reply().body, "too large");
}

TEST_F(Loopback, SendsFilesOfAnySize) {
  std::string content;
  for (int i = 0; i < 300'000; ++i) content += fmt::format("{:09}\n", i);
  const auto path = folder_ / "large";
  std::FILE* file = std::fopen(path.c_str(), "w");
  std::fwrite(content.data(), 1, content.size(), file);
  std::fclose(file);
  serve(
      {{Method::get, "/f", Body::none, [&](const Request&) { return Reply{.file = path}; }},
       {Method::get, "/big", Body::none, [&](const Request&) { return Reply{.body = content}; }},
       {Method::get, "/gone", Body::none, [&](const Request&) { return Reply{.file = folder_ / "gone"}; }}});
  Client c = client();
  EXPECT_TRUE(c.ask("GET /f HTTP/1.1\r\nHost: d\r\n\r\n").body == content);
  EXPECT_TRUE(c.ask("GET /big HTTP/1.1\r\nHost: d\r\n\r\n").body == content);
  c.send("HEAD /f HTTP/1.1\r\nHost: d\r\n\r\n");
  EXPECT_EQ(c.reply(Client::Bodiless::yes).header("Content-Length"), "3000000");
  EXPECT_EQ(c.ask("GET /gone HTTP/1.1\r\nHost: d\r\n\r\n").status, 500);
  EXPECT_EQ(logged().size(), 1U);
}

TEST_F(Loopback, AHandlerThatThrowsBreaksOneAnswerAndIsLoggedWithoutItsPath) {
  serve({{Method::get, "/t/{token}", Body::none,
          [](const Request&) -> Answer { throw std::runtime_error("no \"such\"\ntable"); }}});
  Client c = client();
  const Received reply = c.ask("GET /t/secret HTTP/1.1\r\nHost: d\r\n\r\n");
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ(reply.body, "broken");
  ASSERT_EQ(logged().size(), 1U);
  EXPECT_EQ(
      logged()[0],
      "level=error part=http event=handler_threw route=\"GET /t/{token}\" error=\"no \\\"such\\\" table\"");
  EXPECT_EQ(c.ask(get_hello).status, 200);
}

TEST_F(Loopback, NeverWritesAHeaderOfTwoLines) {
  serve({{Method::get, "/h", Body::none, [](const Request& r) {
            const std::string value = r.query_parameter("v").value_or("");
            return Reply{.headers = {{"Location", value}, {"X-More", "1"}}};
          }}});
  Client c = client();
  EXPECT_EQ(c.ask("GET /h?v=%2Fnext HTTP/1.1\r\nHost: d\r\n\r\n").header("Location"), "/next");
  for (const char* v : {"a%0D%0ASet-Cookie:%20x=y", "a%0Ab", "a%0Db", "%7F", "%01"}) {
    const Received reply = c.ask(fmt::format("GET /h?v={} HTTP/1.1\r\nHost: d\r\n\r\n", v));
    EXPECT_EQ(reply.status, 500) << v;
    EXPECT_EQ(reply.head.find("Set-Cookie"), std::string::npos);
  }
}

TEST_F(Loopback, OnlyWhoNamesThisMachineAndComesWithoutAProxyIsOfIt) {
  serve({{Method::get, "/here", Body::none,
          [](const Request& r) { return Reply{.body = r.loopback ? "here" : "elsewhere"}; }}});
  const auto asked = [&](const std::string& headers) {
    return client().ask("GET /here HTTP/1.1\r\n" + headers + "\r\n").body;
  };
  for (const char* host : {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    EXPECT_EQ(asked(std::string("Host: ") + host + "\r\n"), "here") << host;
  for (const char* host : {"desk.example", "localhost.example:8080", "127.0.0.1.example", "[::2]:8080"})
    EXPECT_EQ(asked(std::string("Host: ") + host + "\r\n"), "elsewhere") << host;
  for (const char* header : {"Via: 1.1 x", "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Proto: https",
                             "Forwarded: for=x", "CF-Connecting-IP: 203.0.113.9"})
    EXPECT_EQ(asked(std::string("Host: localhost\r\n") + header + "\r\n"), "elsewhere") << header;
}

TEST_F(Loopback, AllBodiesTogetherAreBounded) {
  options_.threads = 1;
  options_.arriving_bytes = 1000;
  serve({{Method::post, "/j", Body::json, [](const Request&) { return Reply{}; }}});
  const std::string head =
      "POST /j HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: 800\r\n\r\n";
  Client first = client();
  first.send(head + std::string(600, ' '));
  // One thread reads in the order things arrive: answered, what the first sent has been counted.
  ASSERT_EQ(client().ask(get_hello).status, 200);
  EXPECT_EQ(client().ask(head + std::string(800, ' ')).status, 503);
  EXPECT_EQ(first.ask(std::string(200, ' ')).status, 200);
  EXPECT_EQ(client().ask(head + std::string(800, ' ')).status, 200) << "what was held is given back";
}

TEST_F(Loopback, ClosesConnectionsBeyondItsLimit) {
  options_.connections = 2;
  serve({});
  Client a = client();
  Client b = client();
  EXPECT_EQ(a.ask(get_hello).status, 200);
  EXPECT_EQ(b.ask(get_hello).status, 200);
  EXPECT_EQ(client().rest(), "");
  a.end();
  EXPECT_EQ(a.rest(), "");
  // The place is free as soon as the server has seen the end, which is before it can accept once more.
  Received reply;
  for (int i = 0; i < 1000 && reply.status != 200; ++i) reply = client().ask(get_hello);
  EXPECT_EQ(reply.status, 200);
}

TEST_F(Loopback, ClosesPeersThatTakeTooLong) {
  options_.header_time = options_.idle_time = options_.body_time = std::chrono::seconds(1);
  serve({{Method::post, "/j", Body::json, [](const Request&) { return Reply{}; }}});
  Client idle = client();
  Client header = client();
  header.send("GET /hello HTTP/1.1\r\nHo");
  Client body = client();
  body.send("POST /j HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{");
  EXPECT_EQ(idle.rest(), "");
  EXPECT_EQ(header.rest(), "");
  EXPECT_EQ(body.rest(), "");
}

TEST(Server, SaysWhichAddressItCannotHave) {
  const auto folder = std::filesystem::temp_directory_path();
  store::Writer writer(":memory:", {});
  Server first({.port = 0, .upload_folder = folder / "punctual-none", .now = [] { return Instant{}; }}, {},
               writer, refused);
  ServerOptions same{.port = first.port(), .now = [] { return Instant{}; }};
  try {
    Server second(same, {}, writer, refused);
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("127.0.0.1:" + std::to_string(first.port())), std::string::npos);
  }
}

}  // namespace
}  // namespace punctual::web
