#include "app/smtp_url.h"

#include <gtest/gtest.h>

namespace punctual::app {
namespace {

using Tls = mail::SmtpSettings::Tls;

struct Row {
  const char* url;
  const char* tls;
  Tls expected;
};

TEST(SmtpUrl, APasswordLeavesThisMachineOnlyUnderTls) {
  constexpr Row rows[] = {
      {"smtp://mail.example:25", "auto", Tls::opportunistic},
      {"smtp://desk:secret@mail.example:587", "auto", Tls::required},
      {"smtp://desk:secret@127.0.0.1:2525", "auto", Tls::opportunistic},
      {"smtp://desk:secret@[::1]:2525", "auto", Tls::opportunistic},
      {"smtp://desk:secret@localhost.evil.example", "auto", Tls::required},
      {"smtp://mail.example", "required", Tls::required},
      {"smtp://desk:secret@127.0.0.1", "none", Tls::none},
  };
  for (const Row& row : rows) {
    const auto settings = smtp_settings(row.url, row.tls, "");
    ASSERT_TRUE(settings) << row.url;
    EXPECT_EQ(settings->tls, row.expected) << row.url;
  }
}

TEST(SmtpUrl, NameAndPasswordAreDecoded) {
  const auto settings = smtp_settings("smtps://a%40b.example:p%40ss%3Aw%2Frd@mail.example:465", "auto", "");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->url, "smtps://mail.example:465");
  EXPECT_EQ(settings->user, "a@b.example");
  EXPECT_EQ(settings->password, "p@ss:w/rd");
}

TEST(SmtpUrl, WhatIsNoMailServerIsRefused) {
  for (const char* url : {"", "mail.example:25", "http://mail.example", "smtp://", "smtp://mail.example/path",
                          "smtp://mail.example:0", "smtp://mail.example?x=1", "smtp://mail.example:99999"})
    EXPECT_FALSE(smtp_settings(url, "auto", "")) << url;
}

}  // namespace
}  // namespace punctual::app
