#include "mail/outbound/smtp_transport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <thread>

namespace punctual::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

/// A server on the loopback that speaks just enough SMTP, and answers some lines as it is told.
class SmallServer {
 public:
  explicit SmallServer(std::map<std::string, std::string> answers) : answers_(std::move(answers)) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(listener_, 8);
    socklen_t size = sizeof address;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~SmallServer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }
  std::string url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
  /// Read after the transport has returned.
  std::string heard;
  std::atomic<int> connections{0};

 private:
  void serve() {
    for (;;) {
      const int peer = accept(listener_, nullptr, nullptr);
      if (peer < 0) return;
      ++connections;
      talk(peer);
      close(peer);
    }
  }
  void talk(int peer) {
    say(peer, "220 small.example ESMTP\r\n");
    std::string buffer;
    bool data = false;
    char bytes[4096];
    for (ssize_t n = 0; (n = read(peer, bytes, sizeof bytes)) > 0;) {
      buffer.append(bytes, static_cast<std::size_t>(n));
      for (std::size_t end = 0; (end = buffer.find("\r\n")) != std::string::npos; buffer.erase(0, end + 2)) {
        const auto line = buffer.substr(0, end);
        heard += line + "\n";
        if (data && line != ".") continue;
        if (line == "DATA" && !answers_.contains("DATA")) {
          data = true;
          say(peer, "354 go on\r\n");
          continue;
        }
        data = false;
        if (line == "QUIT") return say(peer, "221 bye\r\n");
        say(peer, answer(line));
      }
    }
  }
  std::string answer(const std::string& line) const {
    for (const auto& [start, reply] : answers_) {
      if (line.starts_with(start)) return reply + "\r\n";
    }
    return "250 ok\r\n";
  }
  static void say(int peer, const std::string& words) {
    if (write(peer, words.data(), words.size()) < 0) return;
  }

  std::map<std::string, std::string> answers_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

SmtpSettings settings(const std::string& url) {
  return {.url = url,
          .tls = SmtpSettings::Tls::none,
          .helo = "desk.example",
          .connect_time = std::chrono::seconds{2},
          .whole_time = std::chrono::seconds{5}};
}

const Message mail{.from = "desk@x.example",
                   .to = "ann@x.example",
                   .cc = {},
                   .bytes = "Subject: Hello\r\n\r\n.a line with a dot\r\n.\r\nend\r\n"};

TEST(SmtpTransport, hands_the_whole_message_over) {
  SmallServer server({});
  auto transport = make_smtp_transport(settings(server.url()));
  EXPECT_EQ(transport->send(mail).outcome, Delivery::Outcome::sent);
  EXPECT_EQ(transport->send(mail).outcome, Delivery::Outcome::sent);
  transport->rest();
  EXPECT_THAT(server.heard, HasSubstr("EHLO desk.example\nMAIL FROM:<desk@x.example>"));
  EXPECT_THAT(server.heard, HasSubstr("RCPT TO:<ann@x.example>\n"));
  EXPECT_THAT(server.heard, HasSubstr("..a line with a dot\n..\nend\n.\n"));
  EXPECT_EQ(server.connections, 1);
}

struct Row {
  std::map<std::string, std::string> answers;
  Delivery::Outcome outcome;
};

TEST(SmtpTransport, tells_never_from_not_now) {
  using enum Delivery::Outcome;
  const std::vector<Row> rows = {
      {{{"RCPT", "550 5.1.1 <ann@x.example> unknown"}}, refused},
      {{{"RCPT", "450 4.2.0 greylisted, try ann@x.example later"}}, deferred},
      {{{"MAIL", "552 too much"}}, refused},
      {{{"MAIL", "421 closing"}}, deferred},
      {{{"MAIL", "530 authentication required"}}, deferred},
      {{{"DATA", "554 no valid recipients"}}, refused},
      {{{".", "554 spam"}}, refused},
      {{{".", "452 disk full"}}, deferred},
      {{{"EHLO", "500 what"}, {"HELO", "500 what"}}, deferred},
  };
  for (const auto& row : rows) {
    SmallServer server(row.answers);
    auto transport = make_smtp_transport(settings(server.url()));
    const auto delivery = transport->send(mail);
    EXPECT_EQ(delivery.outcome, row.outcome) << row.answers.begin()->second << " → " << delivery.answer;
    EXPECT_THAT(delivery.answer, Not(HasSubstr("@")));
    EXPECT_FALSE(delivery.answer.empty());
  }
}

TEST(SmtpTransport, one_refused_copy_does_not_keep_the_mail_from_its_reader) {
  SmallServer server({{"RCPT TO:<bo@x.example>", "550 unknown"}});
  auto transport = make_smtp_transport(settings(server.url()));
  auto copied = mail;
  copied.cc = {"bo@x.example"};
  EXPECT_EQ(transport->send(copied).outcome, Delivery::Outcome::sent);
}

TEST(SmtpTransport, nobody_there_is_not_now) {
  auto transport = make_smtp_transport(settings("smtp://127.0.0.1:1"));
  EXPECT_EQ(transport->send(mail).outcome, Delivery::Outcome::deferred);
}

TEST(SmtpTransport, without_the_tls_it_must_have_nothing_goes_out) {
  SmallServer server({});
  auto required = settings(server.url());
  required.tls = SmtpSettings::Tls::required;
  EXPECT_EQ(make_smtp_transport(required)->send(mail).outcome, Delivery::Outcome::deferred);
  EXPECT_THAT(server.heard, Not(HasSubstr("MAIL")));
  EXPECT_THAT(server.heard, Not(HasSubstr("AUTH")));
}

TEST(SmtpTransport, a_stopping_desk_sends_nothing_more) {
  SmallServer server({});
  auto transport = make_smtp_transport(settings(server.url()));
  transport->interrupt();
  EXPECT_EQ(transport->send(mail).outcome, Delivery::Outcome::deferred);
  EXPECT_EQ(server.connections, 0);
}

TEST(SmtpTransport, answers_are_told_without_addresses) {
  EXPECT_EQ(without_addresses("550 5.1.1 <ann@x.example>: no\r\nsuch user"),
            "550 5.1.1 [address] no such user");
  EXPECT_EQ(without_addresses(std::string(500, 'x')).size(), 200U);
  EXPECT_EQ(without_addresses("a\x01\xff"), "a??");
}

}  // namespace
}  // namespace punctual::mail
