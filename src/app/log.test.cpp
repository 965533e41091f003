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

}  // namespace
}  // namespace punctual::app
