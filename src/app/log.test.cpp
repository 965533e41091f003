#include "app/log.h"

#include <gtest/gtest.h>

namespace punctual::app {
namespace {

constexpr auto at = "2026-11-26T08:00:00Z";

TEST(Log, ForPeopleNamesThePartInFront) {
  EXPECT_EQ(log_entry(LogFormat::text, at, "timers", "P-1002 could not be looked at"),
            "2026-11-26T08:00:00Z timers: P-1002 could not be looked at");
  EXPECT_EQ(log_entry(LogFormat::text, at, "", "ready"), "2026-11-26T08:00:00Z ready");
}

TEST(Log, ForProgramsIsOneObjectWhateverIsInIt) {
  EXPECT_EQ(log_entry(LogFormat::json, at, "mail", "7 (\"reply\")\nfailed"),
            R"({"at":"2026-11-26T08:00:00Z","part":"mail","message":"7 (\"reply\")\nfailed"})");
  EXPECT_EQ(log_entry(LogFormat::json, at, "", "ready"),
            R"({"at":"2026-11-26T08:00:00Z","part":"desk","message":"ready"})");
}

/// A file's name, say, that a client chose.
TEST(Log, LetsNobodyWriteALineOfItsOwnOrSteerATerminal) {
  const std::string foreign = "a\n2026 ready\x1b[2J\u009b31m\u202e";
  EXPECT_EQ(log_entry(LogFormat::text, at, "mail", foreign),
            "2026-11-26T08:00:00Z mail: a\\u000a2026 ready\\u001b[2J\\u009b31m\\u202e");
  EXPECT_EQ(log_entry(LogFormat::json, at, "mail", "\u009b\u202e"),
            R"({"at":"2026-11-26T08:00:00Z","part":"mail","message":"\u009b\u202e"})")
      << "the same to whoever reads JSON";
}

}  // namespace
}  // namespace punctual::app
