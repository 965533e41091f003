#include "mail/outbound/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace punctual::mail {
namespace {

using store::MailKind;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono;

constexpr Instant date = sys_days{year{2026} / 11 / 24} + hours{19} + minutes{3};

desk::MailFacts facts_of(MailKind kind = MailKind::reply) {
  return {.kind = kind,
          .desk_name = "Lantern & Field",
          .from_address = "support@lantern.example",
          .zone = TimeZone::utc(),
          .ref = "P-1042",
          .to_name = "Ann",
          .to_address = "ann@harbour.example",
          .message_id = "<two@lantern.example>",
          .references = {"<zero@lantern.example>", "<one@lantern.example>"},
          .verified = true,
          .chain_head = "c0ffee"};
}

const RenderedMail words{
    .subject = "Re: [P-1042] Ein Käse", .text = "Grüße\n.\nFrom here\n", .html = "<p>Grüße</p>\n"};

std::string build(const desk::MailFacts& facts, const RenderedMail& mail = words) {
  const auto message = build_message(mail, facts, date);
  EXPECT_TRUE(message) << (message ? "" : message.error());
  return message ? message->bytes : std::string{};
}

std::string headers(const std::string& bytes) {
  return bytes.substr(0, bytes.find("\r\n\r\n") + 2);
}

TEST(Message, has_the_headers_of_a_conversation) {
  const auto head = headers(build(facts_of()));
  EXPECT_THAT(head, HasSubstr("From: Lantern & Field <support@lantern.example>\r\n"));
  EXPECT_THAT(head, HasSubstr("To: Ann <ann@harbour.example>\r\n"));
  EXPECT_THAT(head, HasSubstr("Date: Tue, 24 Nov 2026 19:03:00 +0000\r\n"));
  EXPECT_THAT(head, HasSubstr("Message-Id: <two@lantern.example>\r\n"));
  EXPECT_THAT(head, HasSubstr("In-Reply-To: <one@lantern.example>\r\n"));
  EXPECT_THAT(head, HasSubstr("References: <zero@lantern.example> <one@lantern.example>\r\n"));
  EXPECT_THAT(head, HasSubstr("X-Punctual-Record: c0ffee\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Type: multipart/alternative;"));
  EXPECT_THAT(head, HasSubstr("MIME-Version: 1.0\r\n"));
}

TEST(Message, says_what_is_automatic_and_nothing_of_a_persons) {
  EXPECT_THAT(headers(build(facts_of(MailKind::received))), HasSubstr("Auto-Submitted: auto-replied\r\n"));
  EXPECT_THAT(headers(build(facts_of(MailKind::received))), HasSubstr("X-Auto-Response-Suppress: All\r\n"));
  EXPECT_THAT(headers(build(facts_of(MailKind::staff_missed))),
              HasSubstr("Auto-Submitted: auto-generated\r\n"));
  for (const auto kind : {MailKind::first_reply, MailKind::reply, MailKind::resolved}) {
    EXPECT_THAT(headers(build(facts_of(kind))), Not(HasSubstr("Auto-"))) << to_text(kind);
  }
}

TEST(Message, is_ascii_with_strict_line_ends_and_short_lines) {
  auto mail = words;
  mail.text += std::string(5'000, 'x') + "ü\r\rlone\nbreaks\r\n";
  mail.subject += std::string(2'000, 'y') + " ünd mehr";
  auto facts = facts_of();
  facts.to_name = std::string(600, 'n') + "ö";
  for (int i = 0; i < 60; ++i)
    facts.references.push_back("<" + std::string(60, 'r') + std::to_string(i) + "@lantern.example>");
  const auto bytes = build(facts, mail);
  std::size_t line = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    EXPECT_LT(static_cast<unsigned char>(bytes[i]), 0x80U);
    if (bytes[i] == '\n') {
      EXPECT_TRUE(i > 0 && bytes[i - 1] == '\r') << i;
      EXPECT_LE(line, 999U);
      line = 0;
    } else {
      EXPECT_FALSE(bytes[i] == '\r' && bytes[i + 1] != '\n') << i;
      ++line;
    }
  }
}

TEST(Message, no_text_becomes_a_header) {
  const std::string evil =
      "x\r\nBcc: all@evil.example\r\n\r\n<b>\n\tBcc: two@evil.example\rBcc: three@evil.example";
  auto facts = facts_of();
  facts.to_name = facts.desk_name = facts.ref = facts.chain_head = evil;
  facts.message_id = "<" + evil + ">";
  facts.references = {"<" + evil + ">"};
  const auto head = headers(build(facts, {.subject = evil, .text = "t", .html = "h"}));
  for (std::size_t at = 0; (at = head.find("\r\n", at)) != std::string::npos; at += 2) {
    EXPECT_NE(head.substr(at + 2, 4), "Bcc:");
  }
  EXPECT_THAT(head, HasSubstr("\r\nContent-Type: multipart/alternative;"));
}

TEST(Message, a_name_with_the_marks_of_an_address_stays_a_name) {
  auto facts = facts_of();
  facts.to_name = "\"Ann\" <evil@evil.example>, Bo; (x) =?utf-8?q?x?=";
  const auto built = build_message(words, facts, date);
  ASSERT_TRUE(built);
  EXPECT_EQ(built->to, "ann@harbour.example");
  EXPECT_THAT(headers(built->bytes), Not(HasSubstr("\r\nTo: Ann <evil")));
}

TEST(Message, names_nobody_who_is_unverified_in_a_receipt) {
  auto facts = facts_of(MailKind::received);
  facts.verified = false;
  facts.to_name = "canary";
  EXPECT_THAT(build(facts), Not(HasSubstr("canary")));
}

TEST(Message, addresses_that_no_envelope_carries_are_refused) {
  for (const std::string address : {"", "ann", "@x.example", "ann@", "ann@x.example\r\nRCPT TO:<b@x.example>",
                                    "ann @x.example", "<ann@x.example>", "ann@x.example,bo@x.example",
                                    "\"a b\"@x.example", "änn@x.example", "-x@x.example", "a@[127.0.0.1]"}) {
    EXPECT_FALSE(is_sendable_address(address)) << address;
    auto facts = facts_of();
    facts.to_address = address;
    const auto built = build_message(words, facts, date);
    ASSERT_FALSE(built) << address;
    if (address.contains('@')) EXPECT_THAT(built.error(), Not(HasSubstr(address)));
  }
  EXPECT_FALSE(is_sendable_address(std::string(65, 'a') + "@x.example"));
  EXPECT_FALSE(is_sendable_address("a@" + std::string(300, 'x')));
  EXPECT_TRUE(is_sendable_address("siobhan.o'brien+web@obrien-law.example"));
}

TEST(Message, a_bad_copy_does_not_keep_the_mail) {
  auto facts = facts_of();
  facts.cc = {"bo@harbour.example", "bad\r\nBcc: x@x.example"};
  const auto built = build_message(words, facts, date);
  ASSERT_TRUE(built);
  EXPECT_EQ(built->cc, std::vector<std::string>{"bo@harbour.example"});
  EXPECT_THAT(headers(built->bytes), HasSubstr("Cc: bo@harbour.example\r\n"));
}

TEST(Message, is_the_same_bytes_but_for_its_boundary) {
  const auto once = build(facts_of());
  const auto again = build(facts_of());
  EXPECT_EQ(once.size(), again.size());
}

}  // namespace
}  // namespace punctual::mail
