#include <fmt/format.h>

#include "web/http/loopback.test.h"

/// Bytes a proxy and the desk could read differently are refused, and the connection with them.
namespace punctual::web {
namespace {

class Framing : public Loopback {
 protected:
  Framing() {
    const auto echo = [](const Request& r) { return Reply{.body = fmt::format("[{}]", r.body)}; };
    serve({{Method::post, "/j", Body::json, echo}, {Method::get, "/q", Body::none, echo}});
  }
  /// Everything that comes back.
  std::string all(std::string_view bytes) {
    Client c = client();
    c.send(bytes);
    c.end();
    return c.rest();
  }
  static std::string posting(std::string_view headers, std::string_view body) {
    return fmt::format("POST /j HTTP/1.1\r\nHost: d\r\nContent-Type: application/json\r\n{}\r\n{}", headers,
                       body);
  }
};

TEST_F(Framing, RefusesAmbiguousLengths) {
  constexpr std::string_view second = "GET /hello HTTP/1.1\r\nHost: d\r\n\r\n";
  for (const std::string_view headers : {"Content-Length: 2\r\nContent-Length: 2\r\n",
                                         "Content-Length: 2\r\nContent-Length: 3\r\n",
                                         "Content-Length: 2, 2\r\n",
                                         "Content-Length: +2\r\n",
                                         "Content-Length: 0x2\r\n",
                                         "Content-Length: 2 \v\r\n",
                                         "Content-Length: -1\r\n",
                                         "Content-Length: \r\n",
                                         "Content-Length: 2a\r\n",
                                         "Content-Length: 99999999999999999999\r\n",
                                         "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
                                         "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
                                         "Transfer-Encoding: chunked, chunked\r\n",
                                         "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
                                         "Transfer-Encoding: gzip, chunked\r\n",
                                         "Transfer-Encoding: chunked, identity\r\n",
                                         "Transfer-Encoding: identity\r\n",
                                         "Transfer-Encoding: xchunked\r\n",
                                         "Transfer-Encoding: \"chunked\"\r\n",
                                         "Transfer-Encoding : chunked\r\n",
                                         "Transfer-Encoding:\r\n chunked\r\n",
                                         "Transfer-Encoding: chunked\r\n \r\n",
                                         "X: a\r\n Content-Length: 2\r\n",
                                         "Content-Length\r\n: 2\r\n"}) {
    const std::string out = all(posting(headers, "{}") + std::string(second));
    EXPECT_TRUE(out.starts_with("HTTP/1.1 400 ")) << headers << out;
    EXPECT_EQ(out.find("hello"), std::string::npos) << "what stands behind is no request: " << headers;
    EXPECT_NE(out.find("Connection: close"), std::string::npos);
  }
}

TEST_F(Framing, RefusesLinesThatDoNotEndInCrLf) {
  for (const std::string_view bytes :
       {"GET /hello HTTP/1.1\nHost: d\n\n", "GET /hello HTTP/1.1\r\nHost: d\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: d\r\nX: a\rb\r\n\r\n",
        "GET /hello HTTP/1.1\r\nHost: d\r\nX: a\nY: b\r\n\r\n", "GET /hello HTTP/1.1\r\rHost: d\r\n\r\n"}) {
    EXPECT_TRUE(all(bytes).starts_with("HTTP/1.1 400 ")) << bytes;
  }
}

TEST_F(Framing, RefusesRequestLinesAndHeadersThatAreNone) {
  using namespace std::string_literals;
  for (const std::string& bytes :
       {"GET  /hello HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /hello  HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /hello HTTP/1.1 \r\nHost: d\r\n\r\n"s,
        "GET /hello\r\n\r\n"s,
        "GET /hello HTTP/2.0\r\nHost: d\r\n\r\n"s,
        "GET /hello HTTP/0.9\r\nHost: d\r\n\r\n"s,
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"s,
        "\r\nGET /hello HTTP/1.1\r\n\r\n"s,
        "GET hello HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET * HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "CONNECT d:80 HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /hello#x HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /h\xC3\xA9llo HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /%zz HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /%00 HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /%ff HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /q?a=%f HTTP/1.1\r\nHost: d\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\nHost: d\r\n: x\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\nHost: d\r\nX Y: x\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\nHost: d\r\nX: \x01\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\nHost: d\r\nX: \0\r\n\r\n"s,
        "GET /hello HTTP/1.1\r\nHost: d\r\nAuthorization: a\r\nAuthorization: b\r\n\r\n"s,
        "POST /j HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"s,
        "\x16\x03\x01\x02\x01\x01\xfc\x03\x03"s}) {
    EXPECT_TRUE(all(bytes).starts_with("HTTP/1.1 400 ")) << bytes;
  }
}

TEST_F(Framing, TakesTheAbsoluteForm) {
  EXPECT_TRUE(all("GET http://anything:1/hello HTTP/1.1\r\nHost: d\r\n\r\n").ends_with("hello"));
  EXPECT_TRUE(all("GET http://anything HTTP/1.1\r\nHost: d\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

TEST_F(Framing, ReadsChunks) {
  const std::string head = posting("Transfer-Encoding: Chunked\r\n", "");
  const std::string body =
      "2\r\n{\"\r\n1;ext=\"a;b\"\r\na\r\n00A\r\n\":12345678\r\n1\r\n}\r\n0\r\nContent-Length: 7\r\n\r\n";
  EXPECT_NE(all(head + body.substr(0, body.rfind("Content")) + "\r\n" + std::string(get_hello))
                .find("[{\"a\":12345678}]"),
            std::string::npos);
  EXPECT_TRUE(all(head + body).starts_with("HTTP/1.1 400 ")) << "a length in the trailer";
  Client slow = client();
  for (const char c : head + body.substr(0, body.rfind("Content")) + "X: y\r\n\r\n") slow.send({&c, 1});
  EXPECT_EQ(slow.reply().body, "[{\"a\":12345678}]");
  EXPECT_EQ(slow.ask(get_hello).body, "hello");
}

TEST_F(Framing, RefusesChunksThatAreNone) {
  const std::string head = posting("Transfer-Encoding: chunked\r\n", "");
  for (const std::string& body :
       {std::string("x\r\n"), std::string("-1\r\nx\r\n"), std::string("0x1\r\nx\r\n0\r\n\r\n"),
        std::string("1\nx\n0\n\n\r\n"), std::string("1\r\nxy\r\n0\r\n\r\n"),
        std::string("1 x\r\nx\r\n0\r\n\r\n"), std::string("ffffffffffffffffff\r\nx"),
        std::string("fffffffffffffff0\r\nx"), "1;" + std::string(300, 'a') + "\r\nx\r\n0\r\n\r\n",
        "1;" + std::string(100'000, 'a'), "0\r\n" + std::string(100'000, 'a'),
        "0\r\nX: " + std::string(100'000, 'a') + "\r\n\r\n"}) {
    const std::string out = all(head + body);
    EXPECT_TRUE(out.starts_with("HTTP/1.1 400 ") || out.starts_with("HTTP/1.1 413 "))
        << body.substr(0, 40) << out;
  }
  std::string many;
  for (int i = 0; i < 200; ++i) many += "1;" + std::string(200, 'a') + "\r\nx\r\n";
  EXPECT_TRUE(all(head + many).starts_with("HTTP/1.1 400 ")) << "extensions add up";
}

TEST_F(Framing, RefusesLongHeadsHoweverTheyArrive) {
  const std::string line = "X-" + std::string(50, 'a') + ": " + std::string(46, 'b') + "\r\n";
  std::string head = "GET /hello HTTP/1.1\r\nHost: d\r\n";
  for (int i = 0; i < 160; ++i) head += "X: " + std::string(100, 'b') + "\r\n";
  EXPECT_TRUE(all(head + "\r\n").starts_with("HTTP/1.1 400 ")) << "more than 16 KB";
  EXPECT_TRUE(all("GET /" + std::string(17'000, 'a')).starts_with("HTTP/1.1 400 "));
  std::string many = "GET /hello HTTP/1.1\r\nHost: d\r\n";
  for (int i = 0; i < 500'000; ++i) many += "a:\r\n";
  EXPECT_TRUE(all(many).starts_with("HTTP/1.1 400 "));
  Client trickle = client();
  trickle.send("GET /hello HTTP/1.1\r\nHost: d\r\n");
  for (int i = 0; i < 170; ++i) trickle.send(line);
  EXPECT_EQ(trickle.reply().status, 400) << "a line at a time";
}

TEST_F(Framing, RefusesABodyWhereNoneIsRead) {
  EXPECT_TRUE(
      all("GET /hello HTTP/1.1\r\nHost: d\r\nContent-Length: 5\r\n\r\nhello").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(
      all("GET /hello HTTP/1.1\r\nHost: d\r\nContent-Length: 0\r\n\r\n").starts_with("HTTP/1.1 200 "));
}

TEST_F(Framing, ReadsARequestThatArrivesByteByByte) {
  Client c = client();
  for (int twice = 0; twice < 2; ++twice) {
    for (const char byte : posting("Content-Length: 7\r\n", "{\"a\":1}")) c.send({&byte, 1});
    EXPECT_EQ(c.reply().body, "[{\"a\":1}]");
  }
}

TEST_F(Framing, AnUnfinishedRequestIsNoRequest) {
  EXPECT_EQ(all("GET /hello HTTP/1.1\r\nHost: d\r\n"), "");
  EXPECT_EQ(all(posting("Content-Length: 7\r\n", "{\"a\":")), "");
}

}  // namespace
}  // namespace punctual::web
